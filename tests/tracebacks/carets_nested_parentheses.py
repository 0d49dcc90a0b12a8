x = 5
y = ((x + 1) * (x - (x / 0))) + 2
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 2, in <module>
# expect stderr:     y = ((x + 1) * (x - (x / 0))) + 2
# expect stderr:                          ~~^~~
# expect error: ZeroDivisionError: division by zero
# expect line: 2
