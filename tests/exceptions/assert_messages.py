try:
    exec("assert 1 == 2")
except Exception as error:
    print(f"{type(error).__name__}: {error}.")  # expect: AssertionError: .
try:
    exec("assert False, 'message'")
except Exception as error:
    print(f"{type(error).__name__}: {error}.")  # expect: AssertionError: message.
try:
    exec("assert 0, (1, 2)")
except Exception as error:
    print(f"{type(error).__name__}: {error}.")  # expect: AssertionError: (1, 2).
assert True, 1 / 0
def check(x):
    assert x > 0, f"{x} is not positive"
try:
    check(-1)
except Exception as error:
    print(f"{type(error).__name__}: {error}.")  # expect: AssertionError: -1 is not positive.
