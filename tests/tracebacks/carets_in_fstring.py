x = 1
print(f"value {x / 0}")
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 2, in <module>
# expect stderr:     print(f"value {x / 0}")
# expect stderr:                    ~~^~~
# expect error: ZeroDivisionError: division by zero
# expect line: 2
