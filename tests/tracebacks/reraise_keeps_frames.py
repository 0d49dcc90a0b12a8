def f():
    try:
        g()
    except ValueError:
        raise
def g():
    raise ValueError("g")
f()
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 8, in <module>
# expect stderr:     f()
# expect stderr:   File "{file}", line 3, in f
# expect stderr:     g()
# expect stderr:   File "{file}", line 7, in g
# expect stderr:     raise ValueError("g")
# expect error: ValueError: g
# expect line: 7
