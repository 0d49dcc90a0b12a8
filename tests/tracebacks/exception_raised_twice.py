e = ValueError("kept")
def f():
    raise e
try:
    f()
except ValueError:
    pass
f()
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 8, in <module>
# expect stderr:     f()
# expect stderr:   File "{file}", line 3, in f
# expect stderr:     raise e
# expect stderr:   File "{file}", line 5, in <module>
# expect stderr:     f()
# expect stderr:   File "{file}", line 3, in f
# expect stderr:     raise e
# expect error: ValueError: kept
# expect line: 3
