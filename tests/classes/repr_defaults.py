class A: pass
class Outer:
    class Inner: pass
def f():
    class Local: pass
    return Local
print(A, Outer.Inner, f(), repr(A()).startswith("<__main__.A object at 0x"))
# expect: <class '__main__.A'> <class '__main__.Outer.Inner'> <class '__main__.f.<locals>.Local'> True
print(repr(Outer.Inner()).startswith("<__main__.Outer.Inner object"), A.__qualname__)  # expect: True A
print(f().__qualname__, A.__module__)  # expect: f.<locals>.Local __main__
A.__name__ = "Renamed"
print(A.__name__, A, type("X", (), {}))  # expect: Renamed <class '__main__.A'> <class '__main__.X'>
