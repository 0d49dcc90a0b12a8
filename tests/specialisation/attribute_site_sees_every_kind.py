import math
class Inst:
    def __init__(self): self.v = "instance"
class Klass: v = "class"
class Slot:
    __slots__ = ("v",)
    def __init__(self): self.v = "slot"
class Prop:
    @property
    def v(self): return "property"
class Dyn:
    def __getattr__(self, n): return "getattr"
class All:
    def __getattribute__(self, n): return "getattribute"
class Desc:
    class D:
        def __get__(self, o, c): return "descriptor"
    v = D()
math.v = "module"
def f(): pass
f.v = "function"
things = [Inst(), Klass(), Klass, Slot(), Prop(), Dyn(), All(), Desc(), math, f]
def get(o): return o.v
for thing in things:
    for _ in range(50): got = get(thing)
    print(got)
# expect: instance
# expect: class
# expect: class
# expect: slot
# expect: property
# expect: getattr
# expect: getattribute
# expect: descriptor
# expect: module
# expect: function
print([get(t) for t in things * 2][-10:])
# expect: ['instance', 'class', 'class', 'slot', 'property', 'getattr', 'getattribute', 'descriptor', 'module', 'function']
try:
    get(5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'int' object has no attribute 'v'
try:
    get(None)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'NoneType' object has no attribute 'v'
