async def numbers(n):
    for i in range(n):
        yield i
async def double(x): return x * 2
async def main():
    print([await double(x) for x in (1, 2)], {x async for x in numbers(2)})
    print({x: y async for x in numbers(2) for y in "a"})
    print([x async for x in numbers(6) if x % 2], [await double(x) async for x in numbers(3)])
    g = (x async for x in numbers(3))
    print(type(g).__name__, [x async for x in g])
def run(c):
    try: c.send(None)
    except StopIteration as stop: return stop.value
run(main())
# expect: [2, 4] {0, 1}
# expect: {0: 'a', 1: 'a'}
# expect: [1, 3, 5] [0, 2, 4]
# expect: async_generator [0, 1, 2]
