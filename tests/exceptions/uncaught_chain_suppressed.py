try:
    1 / 0
except ZeroDivisionError:
    raise RuntimeError("alone") from None
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 4, in <module>
# expect stderr:     raise RuntimeError("alone") from None
# expect error: RuntimeError: alone
# expect line: 4
