x = {
    "a": 1,
    "b": 1 / 0,
}
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 3, in <module>
# expect stderr:     "b": 1 / 0,
# expect stderr:          ~~^~~
# expect error: ZeroDivisionError: division by zero
# expect line: 3
