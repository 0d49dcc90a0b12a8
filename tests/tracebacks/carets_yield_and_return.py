def g():
    x = yield 1
    return x.attr
it = g()
next(it)
it.send(5)
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 6, in <module>
# expect stderr:     it.send(5)
# expect stderr:   File "{file}", line 3, in g
# expect stderr:     return x.attr
# expect stderr:            ^^^^^^
# expect error: AttributeError: 'int' object has no attribute 'attr'
# expect line: 3
