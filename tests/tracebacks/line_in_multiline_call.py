def f(*args): raise KeyError(args)
f(1,
  2,
  max(3,
      4))
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 2, in <module>
# expect stderr:     f(1,
# expect stderr:   File "{file}", line 1, in f
# expect stderr:     def f(*args): raise KeyError(args)
# expect stderr:                   ^^^^^^^^^^^^^^^^^^^^
# expect error: KeyError: (1, 2, 4)
# expect line: 1
