class A: pass
a = A()
for name in ("", " ", "a b", "1", "é", "class", "\n", "x" * 10000, "__x__", "\ud800"):
    setattr(a, name, 1)
    assert getattr(a, name) == 1 and hasattr(a, name)
    delattr(a, name)
    assert not hasattr(a, name)
class S(str): pass
setattr(a, S("sub"), 2)
print(a.sub, len(a.__dict__))  # expect: 2 1
a.__dict__[5] = "not a string"
print(a.__dict__[5], getattr(a, "sub"), a.__dict__)  # expect: not a string 2 {'sub': 2, 5: 'not a string'}
