import types

class Mine(Exception):
    pass

@types.coroutine
def step(value):
    return (yield value)

async def items():
    try:
        await step(1)
    except Mine:
        await step(2)
    return
    yield

waiting = anext(items(), 'default').__await__()
print(waiting.send(None))
print(waiting.throw(Mine, Mine(), None))
try:
    waiting.send(None)
except StopIteration as stop:
    print(stop.value)

# expect: 1
# expect: 2
# expect: default
