values = [1, 0]
print([10 / v for v in values])
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 2, in <module>
# expect stderr:     print([10 / v for v in values])
# expect stderr:           ^^^^^^^^^^^^^^^^^^^^^^^^
# expect stderr:   File "{file}", line 2, in <listcomp>
# expect stderr:     print([10 / v for v in values])
# expect stderr:            ~~~^~~
# expect error: ZeroDivisionError: division by zero
# expect line: 2
