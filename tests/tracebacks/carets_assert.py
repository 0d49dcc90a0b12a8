x = 3
assert x == 4, "not four"
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 2, in <module>
# expect stderr:     assert x == 4, "not four"
# expect stderr:            ^^^^^^
# expect error: AssertionError: not four
# expect line: 2
