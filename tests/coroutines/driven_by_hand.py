async def add(a, b):
    return a + b
async def main():
    x = await add(1, 2)
    y = await add(x, 10)
    return x, y
c = main()
try:
    c.send(None)
except StopIteration as stop:
    print(stop.value)  # expect: (3, 13)
