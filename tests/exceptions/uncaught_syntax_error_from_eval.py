eval("a +* b")
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 1, in <module>
# expect stderr:     eval("a +* b")
# expect stderr:   File "<string>", line 1
# expect stderr:     a +* b
# expect stderr:        ^
# expect error: SyntaxError: invalid syntax
# expect line: 1
