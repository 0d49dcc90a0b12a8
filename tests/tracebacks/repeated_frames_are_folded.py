def f(n):
    return f(n - 1) if n else 1 / 0
f(20)
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 3, in <module>
# expect stderr:     f(20)
# expect stderr:   File "{file}", line 2, in f
# expect stderr:     return f(n - 1) if n else 1 / 0
# expect stderr:            ^^^^^^^^
# expect stderr:   File "{file}", line 2, in f
# expect stderr:     return f(n - 1) if n else 1 / 0
# expect stderr:            ^^^^^^^^
# expect stderr:   File "{file}", line 2, in f
# expect stderr:     return f(n - 1) if n else 1 / 0
# expect stderr:            ^^^^^^^^
# expect stderr:   [Previous line repeated 18 more times]
# expect error: ZeroDivisionError: division by zero
# expect line: 2
