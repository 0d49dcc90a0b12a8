def f():
    import math as inner
    from math import factorial
    return inner.floor(2.5), factorial(5)
print(f(), "inner" in globals())  # expect: (2, 120) False
