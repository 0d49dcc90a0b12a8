def f(): return 1 / 0
def g(): return "a" + 1
def h(): return (1, 2)[5]
def k(): return -"a"
def m(): return 1 << -1
print("defined")  # expect: defined
try:
    f()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ZeroDivisionError: division by zero
try:
    g()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: can only concatenate str (not "int") to str
try:
    h()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: IndexError: tuple index out of range
try:
    k()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: bad operand type for unary -: 'str'
try:
    m()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: negative shift count
if 0: 1 / 0
while 0: 1 / 0
print("fine" if 1 else 1 / 0, 0 and 1 / 0, 1 or 1 / 0)  # expect: fine 0 1
