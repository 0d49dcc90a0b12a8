class D:
    def __get__(self, obj, cls): return ("get", obj is None, cls.__name__)
    def __set__(self, obj, value): print("set", value)
    def __delete__(self, obj): print("delete")
class NonData:
    def __get__(self, obj, cls): return "nondata"
class A:
    d = D()
    n = NonData()
a = A()
print(a.d, A.d, a.n)  # expect: ('get', False, 'A') ('get', True, 'A') nondata
a.d = 5  # expect: set 5
del a.d  # expect: delete
a.__dict__["d"] = "instance"
a.__dict__["n"] = "instance"
print(a.d, a.n)  # expect: ('get', False, 'A') instance
class SetOnly:
    def __set__(self, obj, value): obj.__dict__["s"] = value * 2
class B: s = SetOnly()
b = B()
print(type(b.s).__name__)  # expect: SetOnly
b.s = 4
print(b.s)  # expect: 8
class GetSet:
    def __get__(self, o, c): return 1
    def __set__(self, o, v): raise AttributeError("read only!")
class C: g = GetSet()
try:
    setattr(C(), "g", 1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: read only!
try:
    delattr(C(), "g")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: __delete__
