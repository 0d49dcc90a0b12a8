from sys import sinn
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 1, in <module>
# expect stderr:     from sys import sinn
# expect error: ImportError: cannot import name 'sinn' from 'sys' (unknown location)
# expect line: 1
