raise ValueError("line one\nline two")
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 1, in <module>
# expect stderr:     raise ValueError("line one\nline two")
# expect stderr: ValueError: line one
# expect error: line two
# expect line: 1
