def f():
    try:
        return 1
    finally:
        {}["in finally"]
f()
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 6, in <module>
# expect stderr:     f()
# expect stderr:   File "{file}", line 5, in f
# expect stderr:     {}["in finally"]
# expect stderr:     ~~^^^^^^^^^^^^^^
# expect error: KeyError: 'in finally'
# expect line: 5
