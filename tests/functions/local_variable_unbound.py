def f():
    print(x)
    x = 1
def g(flag):
    if flag:
        y = 1
    return y
try:
    f()
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: UnboundLocalError: cannot access local variable 'x' where it is not associated with a value
try:
    g(False)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: UnboundLocalError: cannot access local variable 'y' where it is not associated with a value
print(g(True))  # expect: 1
def h():
    z = 1
    del z
    return z
try:
    h()
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: UnboundLocalError: cannot access local variable 'z' where it is not associated with a value
def k():
    for q in []: pass
    return q
try:
    k()
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: UnboundLocalError: cannot access local variable 'q' where it is not associated with a value
try:
    undefined_global
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: NameError: name 'undefined_global' is not defined
