# Awaiting __anext__(), asend() and anext() gives what the asynchronous generator yields.


async def numbers():
    sent = yield 1
    print("sent", sent)
    yield 2


async def main():
    source = numbers()
    print(await source.__anext__())
    print(await source.asend("x"))
    print(await anext(source, "default"))
    print(await anext(numbers()))
    try:
        await anext(source)
    except StopAsyncIteration:
        print("ended")
    try:
        anext(5)
    except TypeError as error:
        print(error)


try:
    main().send(None)
except StopIteration:
    pass
# expect: 1
# expect: sent x
# expect: 2
# expect: default
# expect: 1
# expect: ended
# expect: 'int' object is not an async iterator
