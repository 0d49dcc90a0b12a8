def f():
	if True:
		return 1 / 0 + 2
f()
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 4, in <module>
# expect stderr:     f()
# expect stderr:   File "{file}", line 3, in f
# expect stderr:     return 1 / 0 + 2
# expect stderr:            ~~^~~
# expect error: ZeroDivisionError: division by zero
# expect line: 3
