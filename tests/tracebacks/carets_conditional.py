x = None
y = 1 if x.flag else 2
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 2, in <module>
# expect stderr:     y = 1 if x.flag else 2
# expect stderr:              ^^^^^^
# expect error: AttributeError: 'NoneType' object has no attribute 'flag'
# expect line: 2
