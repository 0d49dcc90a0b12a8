class U:
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "invert"
    def __abs__(self): return "abs"
    def __round__(self, digits=None): return f"round {digits}"
    def __trunc__(self): return "trunc"
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
u = U()
import math
print(-u, +u, ~u, abs(u), round(u), round(u, 2), math.trunc(u), math.floor(u), math.ceil(u))
# expect: neg pos invert abs round None round 2 trunc floor ceil
try:
    -object()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: bad operand type for unary -: 'object'
try:
    ~1.5
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: bad operand type for unary ~: 'float'
try:
    +"a"
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: bad operand type for unary +: 'str'
try:
    abs("x")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: bad operand type for abs(): 'str'
