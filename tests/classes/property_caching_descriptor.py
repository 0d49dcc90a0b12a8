class lazy:
    def __init__(self, f): self.f = f
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, obj, cls=None):
        if obj is None: return self
        value = obj.__dict__[self.name] = self.f(obj)
        return value
class A:
    @lazy
    def v(self):
        print("computed")
        return 5
a = A()
print(a.v, a.v, type(A.v).__name__, vars(a))
# expect: computed
# expect: 5 5 lazy {'v': 5}
del a.v
print(a.v)
# expect: computed
# expect: 5
