def f(*a): return a[3]
x = [1]
f(*x, 2)
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 3, in <module>
# expect stderr:     f(*x, 2)
# expect stderr:   File "{file}", line 1, in f
# expect stderr:     def f(*a): return a[3]
# expect stderr:                       ~^^^
# expect error: IndexError: tuple index out of range
# expect line: 1
