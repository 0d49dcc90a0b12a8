x = (1)
y = x(
    2,
    3)
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 2, in <module>
# expect stderr:     y = x(
# expect stderr:         ^^
# expect error: TypeError: 'int' object is not callable
# expect line: 2
