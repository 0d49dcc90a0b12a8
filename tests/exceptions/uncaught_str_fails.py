class Bad(Exception):
    def __str__(self): raise ValueError("in str")
raise Bad()
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 3, in <module>
# expect stderr:     raise Bad()
# expect error: Bad: <exception str() failed>
# expect line: 3
