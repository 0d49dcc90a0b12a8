a, *b, c = [1]
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 1, in <module>
# expect stderr:     a, *b, c = [1]
# expect stderr:     ^^^^^^^^
# expect error: ValueError: not enough values to unpack (expected at least 2, got 1)
# expect line: 1
