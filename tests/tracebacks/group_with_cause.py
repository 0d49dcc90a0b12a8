try:
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise ExceptionGroup("many", [ValueError(1), e]) from e
except ExceptionGroup as g:
    raise g
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 3, in <module>
# expect stderr:     1 / 0
# expect stderr:     ~~^~~
# expect stderr: ZeroDivisionError: division by zero
# expect stderr:
# expect stderr: The above exception was the direct cause of the following exception:
# expect stderr:
# expect stderr:   + Exception Group Traceback (most recent call last):
# expect stderr:   |   File "{file}", line 7, in <module>
# expect stderr:   |     raise g
# expect stderr:   |   File "{file}", line 5, in <module>
# expect stderr:   |     raise ExceptionGroup("many", [ValueError(1), e]) from e
# expect stderr:   | ExceptionGroup: many (2 sub-exceptions)
# expect stderr:   +-+---------------- 1 ----------------
# expect stderr:     | ValueError: 1
# expect stderr:     +---------------- 2 ----------------
# expect stderr:     | Traceback (most recent call last):
# expect stderr:     |   File "{file}", line 3, in <module>
# expect stderr:     |     1 / 0
# expect stderr:     |     ~~^~~
# expect stderr:     | ZeroDivisionError: division by zero
# expect error:     +------------------------------------
# expect line: 3
