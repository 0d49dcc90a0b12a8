# expect stderr:   File "{file}", line 6
# expect stderr:     f(**k, *a)
# expect stderr:       ^^^
# expect error: SyntaxError: iterable argument unpacking follows keyword argument unpacking
# expect line: 6
f(**k, *a)
