import math
print(math.sqrt(2), math.floor(-2.5), math.ceil(2.1), math.trunc(-2.9), math.pow(2, 3), math.exp(1))
# expect: 1.4142135623730951 -3 3 -2 8.0 2.718281828459045
print(math.log(math.e), math.log(8, 2), math.log2(1024), math.log10(1000), math.log1p(0))
# expect: 1.0 3.0 10.0 3.0 0.0
print(math.expm1(0))  # expect: 0.0
print(math.sin(0), math.cos(math.pi), round(math.tan(1), 12), math.atan2(1, 1), math.hypot(3, 4))
# expect: 0.0 -1.0 1.557407724655 0.7853981633974483 5.0
print(math.degrees(math.pi), math.radians(180), math.asin(1), math.sinh(0), math.tanh(0))
# expect: 180.0 3.141592653589793 1.5707963267948966 0.0 0.0
print(math.gcd(12, 18), math.gcd(), math.lcm(4, 6), math.factorial(20), math.comb(10, 3))
# expect: 6 0 12 2432902008176640000 120
print(math.perm(5, 2), math.isqrt(10 ** 20), math.prod([1, 2, 3]), math.fsum([0.1] * 10))
# expect: 20 10000000000 6 1.0
print(math.dist((0, 0), (3, 4)))  # expect: 5.0
print(math.inf, math.nan, math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1))
# expect: inf nan True True True
print(math.isclose(0.1 + 0.2, 0.3), math.copysign(1, -0.0), math.fmod(-7, 3), math.modf(2.5))
# expect: True -1.0 -1.0 (0.5, 2.0)
print(math.frexp(8), math.ldexp(0.5, 4), math.remainder(7, 4), math.cbrt(27), math.fabs(-2))
# expect: (0.5, 4) 8.0 -1.0 3.0000000000000004 2.0
print(math.gamma(5), math.erf(0), math.tau, math.ulp(1.0), math.nextafter(1, 2))
# expect: 24.0 0.0 6.283185307179586 2.220446049250313e-16 1.0000000000000002
print(math.log(10 ** 400) > 900, math.floor(10 ** 30), math.sqrt(10 ** 40), math.factorial(30))
# expect: True 1000000000000000000000000000000 1e+20 265252859812191058636308480000000
print(math.gcd(2 ** 80, 2 ** 70))  # expect: 1180591620717411303424
try:
    math.sqrt(-1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: math domain error
try:
    math.log(0)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: math domain error
try:
    math.factorial(-1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: factorial() not defined for negative values
try:
    math.exp(1000)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: OverflowError: math range error
try:
    math.floor(math.inf)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: OverflowError: cannot convert float infinity to integer
try:
    math.sqrt("a")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: must be real number, not str
try:
    math.factorial(1.5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: 'float' object cannot be interpreted as an integer
try:
    math.gcd(1.5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: 'float' object cannot be interpreted as an integer
try:
    math.isqrt(-1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: isqrt() argument must be nonnegative
