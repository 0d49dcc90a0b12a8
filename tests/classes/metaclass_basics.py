class Meta(type):
    def __new__(mcs, name, bases, ns, **kw):
        print("new", name, sorted(k for k in ns if not k.startswith("__")), kw)
        return super().__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
        cls.made_by = "Meta"
    def __call__(cls, *args):
        print("call", cls.__name__, args)
        return super().__call__(*args)
    def meta_method(cls): return cls.__name__.upper()
    @property
    def meta_prop(cls): return "prop " + cls.__name__
class A(metaclass=Meta, opt=1):  # expect: new A ['x'] {'opt': 1}
    x = 1
class B(A):  # expect: new B [] {}
    def __init__(self, v): self.v = v
print(type(A), B.made_by, B(5).v, A.meta_method(), A.meta_prop)
# expect: call B (5,)
# expect: <class '__main__.Meta'> Meta 5 A prop A
try:
    B(1).meta_method()  # expect: call B (1,)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'B' object has no attribute 'meta_method'
