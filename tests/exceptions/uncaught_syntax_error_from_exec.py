exec("x = 1\ny = (2,\nz = 3\n")
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 1, in <module>
# expect stderr:     exec("x = 1\ny = (2,\nz = 3\n")
# expect stderr:   File "<string>", line 2
# expect stderr:     y = (2,
# expect stderr:         ^
# expect error: SyntaxError: '(' was never closed
# expect line: 2
