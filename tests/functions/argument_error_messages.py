def f(a, b, c): pass
def one(a): pass
def none(): pass
def opt(a, b=1): pass
def opt3(a, b=1, c=2): pass
def star(a, b, *c): pass
try:
    f()
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: f() missing 3 required positional arguments: 'a', 'b', and 'c'
try:
    f(1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: f() missing 2 required positional arguments: 'b' and 'c'
try:
    f(1, 2)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: f() missing 1 required positional argument: 'c'
try:
    f(1, 2, 3, 4)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: f() takes 3 positional arguments but 4 were given
try:
    one()
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: one() missing 1 required positional argument: 'a'
try:
    one(1, 2)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: one() takes 1 positional argument but 2 were given
try:
    one(1, 2, 3)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: one() takes 1 positional argument but 3 were given
try:
    none(1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: none() takes 0 positional arguments but 1 was given
try:
    none(x=1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: none() got an unexpected keyword argument 'x'
try:
    opt()
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: opt() missing 1 required positional argument: 'a'
try:
    opt(1, 2, 3)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: opt() takes from 1 to 2 positional arguments but 3 were given
try:
    opt3(1, 2, 3, 4, 5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: opt3() takes from 1 to 3 positional arguments but 5 were given
try:
    star(1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: star() missing 1 required positional argument: 'b'
try:
    f(1, 2, 3, d=4)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: f() got an unexpected keyword argument 'd'
try:
    f(1, 2, b=3)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: f() got multiple values for argument 'b'
try:
    f(a=1, c=2)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: f() missing 1 required positional argument: 'b'
try:
    f(1, x=1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: f() got an unexpected keyword argument 'x'
try:
    f(**{"q": 1})
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: f() got an unexpected keyword argument 'q'
try:
    one(*[1, 2, 3, 4])
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: one() takes 1 positional argument but 4 were given
