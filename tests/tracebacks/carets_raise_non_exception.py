raise 5
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 1, in <module>
# expect stderr:     raise 5
# expect error: TypeError: exceptions must derive from BaseException
# expect line: 1
