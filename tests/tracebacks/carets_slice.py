x = 5
y = x[1:2]
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 2, in <module>
# expect stderr:     y = x[1:2]
# expect stderr:         ~^^^^^
# expect error: TypeError: 'int' object is not subscriptable
# expect line: 2
