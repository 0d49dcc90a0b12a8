total = "a"
total += 5 * (2 - 1)
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 2, in <module>
# expect stderr:     total += 5 * (2 - 1)
# expect error: TypeError: can only concatenate str (not "int") to str
# expect line: 2
