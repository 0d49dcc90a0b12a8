def t(x):
    print(x, end=" ")
    return x
class O:
    def __repr__(self): return "O"
o, d = O(), {}
t(d)[t("key")] = t("value")  # expect: value {} key v O 
t(o).attr = t("v")
print()
d[t("a")] = d[t("b")] = t("c")  # expect: c a b {'key': 'value', 'a': 'c', 'b': 'c'}
print(d)
x: t("annotation") = t("value2")  # expect: value2 annotation 
print()
del t(d)[t("a")]  # expect: {'key': 'value', 'a': 'c', 'b': 'c'} a ['b', 'key']
print(sorted(d))
