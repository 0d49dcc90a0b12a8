# expect stderr:   File "{file}", line 5
# expect stderr:     f(**k, *a)
# expect error: SyntaxError: iterable argument unpacking follows keyword argument unpacking
# expect line: 5
f(**k, *a)
