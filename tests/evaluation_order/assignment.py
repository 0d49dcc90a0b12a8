def t(x):
    print(x, end=",")
    return x
class O:
    def __repr__(self): return "O"
o, d = O(), {}
t(d)[t("key")] = t("value")
t(o).attr = t("v")
print()  # expect: value,{},key,v,O,
d[t("a")] = d[t("b")] = t("c")
print(d)  # expect: c,a,b,{'key': 'value', 'a': 'c', 'b': 'c'}
x: t("annotation") = t("value2")
print()  # expect: value2,annotation,
del t(d)[t("a")]
print(sorted(d))  # expect: {'key': 'value', 'a': 'c', 'b': 'c'},a,['b', 'key']
