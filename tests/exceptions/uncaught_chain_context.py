def f():
    try:
        {}["missing"]
    except KeyError:
        int("x")
f()
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 3, in f
# expect stderr:     {}["missing"]
# expect stderr:     ~~^^^^^^^^^^^
# expect stderr: KeyError: 'missing'
# expect stderr:
# expect stderr: During handling of the above exception, another exception occurred:
# expect stderr:
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 6, in <module>
# expect stderr:     f()
# expect stderr:   File "{file}", line 5, in f
# expect stderr:     int("x")
# expect error: ValueError: invalid literal for int() with base 10: 'x'
# expect line: 5
