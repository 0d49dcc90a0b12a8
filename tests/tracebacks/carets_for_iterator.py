for x in 5 + 5:
    pass
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 1, in <module>
# expect stderr:     for x in 5 + 5:
# expect error: TypeError: 'int' object is not iterable
# expect line: 1
