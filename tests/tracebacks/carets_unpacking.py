def pair(): return 1, 2, 3
a, b = pair()
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 2, in <module>
# expect stderr:     a, b = pair()
# expect stderr:     ^^^^
# expect error: ValueError: too many values to unpack (expected 2)
# expect line: 2
