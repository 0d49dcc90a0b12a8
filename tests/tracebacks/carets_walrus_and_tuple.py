t = (1, (y := "a" + 2), 3)
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 1, in <module>
# expect stderr:     t = (1, (y := "a" + 2), 3)
# expect stderr:                   ~~~~^~~
# expect error: TypeError: can only concatenate str (not "int") to str
# expect line: 1
