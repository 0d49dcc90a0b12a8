def f(a, b):
    return a + 1 + (b * a["x"])
f(1, 2)
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 3, in <module>
# expect stderr:     f(1, 2)
# expect stderr:   File "{file}", line 2, in f
# expect stderr:     return a + 1 + (b * a["x"])
# expect stderr:                         ~^^^^^
# expect error: TypeError: 'int' object is not subscriptable
# expect line: 2
