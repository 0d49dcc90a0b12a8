class A:
    def __float__(self):
        return 2.5
class B:
    def __index__(self):
        return 4
class C:
    def __float__(self):
        return 1
print(float(A()), float(B()))  # expect: 2.5 4.0
try:
    float(C())
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: C.__float__ returned non-float (type int)
import math
print(math.sqrt(B()), math.floor(A()))  # expect: 2.0 2
