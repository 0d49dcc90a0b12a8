try:
    1 / 0
except 5:
    pass
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 2, in <module>
# expect stderr:     1 / 0
# expect stderr:     ~~^~~
# expect stderr: ZeroDivisionError: division by zero
# expect stderr:
# expect stderr: During handling of the above exception, another exception occurred:
# expect stderr:
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 3, in <module>
# expect stderr:     except 5:
# expect error: TypeError: catching classes that do not inherit from BaseException is not allowed
# expect line: 3
