import sys, no_such_thing
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 1, in <module>
# expect stderr:     import sys, no_such_thing
# expect error: ModuleNotFoundError: No module named 'no_such_thing'
# expect line: 1
