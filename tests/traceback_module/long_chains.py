import traceback

error = ValueError('last')
for number in range(5000):
    outer = KeyError(number)
    outer.__context__ = error
    error = outer
made = traceback.TracebackException.from_exception(error)
length = 0
while made is not None:
    made, length = made.__context__, length + 1
print(length)

# expect: 5001
