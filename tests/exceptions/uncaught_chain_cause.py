try:
    1 / 0
except ZeroDivisionError as error:
    raise RuntimeError("wrapped") from error
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 2, in <module>
# expect stderr:     1 / 0
# expect stderr:     ~~^~~
# expect stderr: ZeroDivisionError: division by zero
# expect stderr:
# expect stderr: The above exception was the direct cause of the following exception:
# expect stderr:
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 4, in <module>
# expect stderr:     raise RuntimeError("wrapped") from error
# expect error: RuntimeError: wrapped
# expect line: 4
