x = None
if x is None and x.value or True:
    pass
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 2, in <module>
# expect stderr:     if x is None and x.value or True:
# expect stderr:                      ^^^^^^^
# expect error: AttributeError: 'NoneType' object has no attribute 'value'
# expect line: 2
