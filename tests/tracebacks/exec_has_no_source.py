exec("x = 1\ny = x / 0\n")
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 1, in <module>
# expect stderr:     exec("x = 1\ny = x / 0\n")
# expect stderr:   File "<string>", line 2, in <module>
# expect error: ZeroDivisionError: division by zero
# expect line: 2
