async def main(value): await value
def run(c):
    try: c.send(None)
    except StopIteration as stop: return stop.value
try:
    run(main(5))
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: object int can't be used in 'await' expression
try:
    run(main([1]))
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: object list can't be used in 'await' expression
class Bad:
    def __await__(self): return 5
try:
    run(main(Bad()))
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: __await__() returned non-iterator of type 'int'
async def loop():
    async for x in [1]: pass
try:
    run(loop())
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: 'async for' requires an object with __aiter__ method, got list
async def manager():
    async with 5: pass
try:
    run(manager())
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: 'int' object does not support the asynchronous context manager protocol
