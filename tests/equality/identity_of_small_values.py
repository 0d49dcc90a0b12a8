a, b = 5, 5
print(a is b, None is None, True is (1 == 1), () == ())  # expect: True True True True
x = [1]
y = x
print(x is y, x is not [1], x == [1], x[0] is y[0])  # expect: True True True True
def f(v=x): return v
print(f() is x, id(x) == id(y))  # expect: True True
