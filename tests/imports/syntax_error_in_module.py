import _bad_syntax
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 1, in <module>
# expect stderr:     import _bad_syntax
# expect stderr:     y = = 2
# expect stderr:         ^
# expect error: SyntaxError: invalid syntax
# expect line: 2
