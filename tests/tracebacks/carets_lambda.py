f = lambda x: x.missing + 1
f(5)
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 2, in <module>
# expect stderr:     f(5)
# expect stderr:   File "{file}", line 1, in <lambda>
# expect stderr:     f = lambda x: x.missing + 1
# expect stderr:                   ^^^^^^^^^
# expect error: AttributeError: 'int' object has no attribute 'missing'
# expect line: 1
