async def work():
    return 'done'

made = work()
try:
    made.send(None)
except StopIteration as stop:
    print(stop.value)
for act in (lambda: made.throw(ValueError('x')), lambda: made.__await__().throw(ValueError('x'))):
    try:
        act()
    except RuntimeError as error:
        print(error)
made.close()

# expect: done
# expect: cannot reuse already awaited coroutine
# expect: cannot reuse already awaited coroutine
