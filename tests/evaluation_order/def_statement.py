def t(x):
    print(x, end=",")
    return x
def deco(x):
    t(x)
    return lambda f: f
@deco("d1")
@deco("d2")
def f(a: t("ann a") = t("default a"), *, b: t("ann b") = t("default b")) -> t("return"): pass
print(f.__defaults__, f.__kwdefaults__, f.__annotations__)
# expect: d1,d2,default a,default b,ann a,ann b,return,('default a',) {'b': 'default b'} {'a': 'ann a', 'b': 'ann b', 'return': 'return'}
class Base: pass
class C(t(Base) and Base, metaclass=t(type)): y = t("body")
print()  # expect: <class '__main__.Base'>,<class 'type'>,body,
