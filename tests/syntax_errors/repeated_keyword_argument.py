# expect stderr:   File "{file}", line 6
# expect stderr:     f(a=1, a=2)
# expect stderr:            ^^^
# expect error: SyntaxError: keyword argument repeated: a
# expect line: 6
f(a=1, a=2)
