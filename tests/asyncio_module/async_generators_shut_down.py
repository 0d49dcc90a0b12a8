# Asynchronous generators: closed by the loop when they are dropped or left over; sys.set_asyncgen_hooks.
import asyncio
import gc
import sys

log = []


async def numbers(name):
    try:
        yield 1
        yield 2
    finally:
        await asyncio.sleep(0)
        log.append(f'{name} closed')


async def main():
    generator = numbers('dropped')
    print(await generator.__anext__())
    del generator
    gc.collect()
    print(log)
    for _ in range(3):
        await asyncio.sleep(0)
    print(log)
    async for each in numbers('broken off'):
        break
    for _ in range(3):
        await asyncio.sleep(0)
    print(log)
    global left
    left = numbers('left over')
    print(await left.__anext__(), len(sys.get_asyncgen_hooks()))


asyncio.run(main())
print(log)
print(sys.get_asyncgen_hooks().firstiter, sys.get_asyncgen_hooks().finalizer)


async def simple():
    yield 1


seen = []
sys.set_asyncgen_hooks(firstiter=lambda g: seen.append(('first', g.__name__)), finalizer=lambda g: seen.append(('last', g.__name__)))
generator = simple()
step = generator.__anext__()
try:
    step.send(None)
except StopIteration as e:
    print(e.value)
del generator, step
gc.collect()
print(seen)
sys.set_asyncgen_hooks(None, None)
try:
    sys.set_asyncgen_hooks(firstiter=5)
except TypeError as e:
    print(e)
# expect: 1
# expect: []
# expect: ['dropped closed']
# expect: ['dropped closed', 'broken off closed']
# expect: 1 2
# expect: ['dropped closed', 'broken off closed', 'left over closed']
# expect: None None
# expect: 1
# expect: [('first', 'simple'), ('last', 'simple')]
# expect: callable firstiter expected, got int
