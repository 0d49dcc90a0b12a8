zero = -0.0
print(zero, 0.0 == zero, 0.0 * -1, -zero, abs(zero), zero + 0.0, zero + zero, str(zero), 0 * -1.0)
# expect: -0.0 True -0.0 0.0 0.0 0.0 -0.0 -0.0 -0.0
import math
print(math.copysign(1, zero), math.copysign(1, 0.0), math.atan2(zero, -1.0))  # expect: -1.0 1.0 -3.141592653589793
print({0.0: "a"}[zero], hash(zero) == hash(0.0))  # expect: a True
