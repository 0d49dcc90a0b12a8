def f():
    try:
        try:
            1 / 0
        except ZeroDivisionError as e:
            raise KeyError("k") from e
    except KeyError:
        raise ValueError("v")
f()
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 4, in f
# expect stderr:     1 / 0
# expect stderr:     ~~^~~
# expect stderr: ZeroDivisionError: division by zero
# expect stderr:
# expect stderr: The above exception was the direct cause of the following exception:
# expect stderr:
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 6, in f
# expect stderr:     raise KeyError("k") from e
# expect stderr: KeyError: 'k'
# expect stderr:
# expect stderr: During handling of the above exception, another exception occurred:
# expect stderr:
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 9, in <module>
# expect stderr:     f()
# expect stderr:   File "{file}", line 8, in f
# expect stderr:     raise ValueError("v")
# expect error: ValueError: v
# expect line: 8
