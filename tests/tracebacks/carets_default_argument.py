def f(a, b=[][0]):
    pass
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 1, in <module>
# expect stderr:     def f(a, b=[][0]):
# expect stderr:                ~~^^^
# expect error: IndexError: list index out of range
# expect line: 1
