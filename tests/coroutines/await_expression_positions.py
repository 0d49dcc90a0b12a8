async def one(): return 1
class Ctx:
    async def __aenter__(self): return 5
    async def __aexit__(self, *a): return False
async def main():
    x = await one() + await one() * 10
    y = [await one(), (await one(),), {await one(): await one()}]
    z = (await one() if await one() else 0) and f"{await one()}"
    w = (lambda v: v * 2)(await one())
    async with Ctx() as a, Ctx() as b: c = a + b
    return x, y, z, w, c, not await one(), -await one(), await one() ** 2
try: main().send(None)
except StopIteration as stop: print(stop.value)  # expect: (11, [1, (1,), {1: 1}], '1', 2, 10, False, -1, 1)
