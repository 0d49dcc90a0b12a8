import types
@types.coroutine
def old(n): return (yield n) + 1
async def f():
    a = await old(1)
    return a + await old(2)
c = f()
print(c.cr_frame is not None, c.cr_await, c.send(None), c.cr_await is not None, c.send(10))
# expect: True None 1 True 2
try: c.send(20)
except StopIteration as stop: print(stop.value)  # expect: 32
print(c.cr_frame)  # expect: None
