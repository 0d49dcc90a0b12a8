a = 1; b = 0; c = a / b; d = 3
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 1, in <module>
# expect stderr:     a = 1; b = 0; c = a / b; d = 3
# expect stderr:                       ~~^~~
# expect error: ZeroDivisionError: division by zero
# expect line: 1
