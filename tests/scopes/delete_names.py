x = 1
del x
try:
    x
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: NameError: name 'x' is not defined
a = b = c = 1
del a, (b, [c])
try:
    c
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: NameError: name 'c' is not defined
def f():
    y = 1
    def g(): return y
    del y
    return g
try:
    f()()
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: NameError: cannot access free variable 'y' where it is not associated with a value in enclosing scope
def h():
    global top
    top = 1
    del top
h()
try:
    top
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: NameError: name 'top' is not defined
