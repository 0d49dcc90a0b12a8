class A:
    def f(self): return "A"
class B:
    def f(self): return "B"
a = A()
a.x = 1
a.__class__ = B
print(a.f(), type(a), isinstance(a, B), a.x)  # expect: B <class '__main__.B'> True 1
try:
    setattr(a, "__class__", int)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: __class__ assignment only supported for mutable types or ModuleType subclasses
try:
    setattr(5, "__class__", str)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: __class__ assignment only supported for mutable types or ModuleType subclasses
