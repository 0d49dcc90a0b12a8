error = "outer"
try:
    raise ValueError("x")
except ValueError as error:
    print(error)  # expect: x
try:
    print(error)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: NameError: name 'error' is not defined
def f():
    e = 1
    try:
        1 / 0
    except ZeroDivisionError as e:
        pass
    return e
try:
    f()
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: UnboundLocalError: cannot access local variable 'e' where it is not associated with a value
