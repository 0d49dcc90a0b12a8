async def gen(n):
    try:
        for i in range(n):
            got = yield i
            if got: print("got", got)
    finally:
        print("gen finally")
async def main():
    print([v async for v in gen(3)])
    g = gen(2)
    print(await g.__anext__(), await g.asend("hello"))
    await g.aclose()
    g = gen(2)
    await g.__anext__()
    try:
        await g.athrow(KeyError("k"))
    except KeyError as error:
        print("key", error)
def run(c):
    try:
        c.send(None)
    except StopIteration as stop:
        return stop.value
run(main())
# expect: gen finally
# expect: [0, 1, 2]
# expect: got hello
# expect: 0 1
# expect: gen finally
# expect: gen finally
# expect: key 'k'
