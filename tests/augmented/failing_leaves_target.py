x = [1]
try:
    x += 5
except TypeError as error:
    print(error, x)  # expect: 'int' object is not iterable [1]
t = ([1],)
try:
    t[0] += [2]
except TypeError as error:
    print(error, t)  # expect: 'tuple' object does not support item assignment ([1, 2],)
try:
    exec("undefined += 1")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: NameError: name 'undefined' is not defined
def f():
    x += 1
try:
    f()
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: UnboundLocalError: cannot access local variable 'x' where it is not associated with a value
