def f():
    raise ValueError("plain")
f()
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 3, in <module>
# expect stderr:     f()
# expect stderr:   File "{file}", line 2, in f
# expect stderr:     raise ValueError("plain")
# expect error: ValueError: plain
# expect line: 2
