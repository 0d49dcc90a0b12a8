async def f(): raise StopIteration("x")
async def g(): raise StopAsyncIteration("y")
for c in (f, g):
    try: c().send(None)
    except (RuntimeError, StopAsyncIteration) as error: print(type(error).__name__, error, repr(error.__cause__))
# expect: RuntimeError coroutine raised StopIteration StopIteration('x')
# expect: StopAsyncIteration y None
async def ag():
    yield 1
    raise StopAsyncIteration
async def main():
    try: print([x async for x in ag()])
    except RuntimeError as error: print(error)
try: main().send(None)  # expect: async generator raised StopAsyncIteration
except StopIteration: print("end")  # expect: end
