def deco(f): return 1 / 0
@deco
def f():
    pass
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 2, in <module>
# expect stderr:     @deco
# expect stderr:      ^^^^
# expect stderr:   File "{file}", line 1, in deco
# expect stderr:     def deco(f): return 1 / 0
# expect stderr:                         ~~^~~
# expect error: ZeroDivisionError: division by zero
# expect line: 1
