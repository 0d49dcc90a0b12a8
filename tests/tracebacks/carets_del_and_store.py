t = (1, 2)
t[0] = 5
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 2, in <module>
# expect stderr:     t[0] = 5
# expect stderr:     ~^^^
# expect error: TypeError: 'tuple' object does not support item assignment
# expect line: 2
