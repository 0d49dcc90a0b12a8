def f(x):
    return 10 / x
print("before")  # expect: before
f(0)
print("never")
# expect error: ZeroDivisionError: division by zero
# expect line: 2
