def f(x): raise ValueError(x)
result = [f(1 + 2), 5]
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 2, in <module>
# expect stderr:     result = [f(1 + 2), 5]
# expect stderr:               ^^^^^^^^
# expect stderr:   File "{file}", line 1, in f
# expect stderr:     def f(x): raise ValueError(x)
# expect stderr:               ^^^^^^^^^^^^^^^^^^^
# expect error: ValueError: 3
# expect line: 1
