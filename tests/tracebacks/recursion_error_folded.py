def f():
    return f()
f()
# expect error: RecursionError: maximum recursion depth exceeded
# expect line: 2
