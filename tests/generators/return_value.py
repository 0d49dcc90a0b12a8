def g():
    yield 1
    return "value"
def h():
    return (yield from g())
it = g()
next(it)
try:
    next(it)
except StopIteration as stop:
    print(repr(stop.value), stop.args)  # expect: 'value' ('value',)
def no_value():
    yield
    return
it = no_value()
next(it)
try:
    next(it)
except StopIteration as stop:
    print(stop.value, stop.args)  # expect: None ()
print(list(h()))  # expect: [1]
