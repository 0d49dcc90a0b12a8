class Recorder(dict):
    def __setitem__(self, key, value):
        if not key.startswith("__"): print("assign", key)
        super().__setitem__(key, value)
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, bases, kw)
        return Recorder(injected=7)
    def __new__(mcs, name, bases, ns, **kw): return super().__new__(mcs, name, bases, dict(ns))
class A(metaclass=Meta, flag=True):
    x = injected + 1
    def f(self): return 2
# expect: prepare A () {'flag': True}
# expect: assign x
# expect: assign f
print(A.x, A.injected)  # expect: 8 7
