# asynccontextmanager and AsyncExitStack.
import contextlib


@contextlib.asynccontextmanager
async def tag(name):
    print("enter", name)
    try:
        yield name
    finally:
        print("leave", name)


class Closing:
    async def aclose(self):
        print("aclosed")


async def main():
    async with tag("a") as name:
        print(name)
    async with contextlib.AsyncExitStack() as stack:
        await stack.enter_async_context(tag("b"))
        stack.callback(print, "plain")
        async def later(x):
            print("later", x)
        stack.push_async_callback(later, 1)
    async with contextlib.aclosing(Closing()):
        pass
    try:
        async with tag("c"):
            raise ValueError("v")
    except ValueError as error:
        print(repr(error))
    async with contextlib.nullcontext(5) as five:
        print(five)


try:
    main().send(None)
except StopIteration:
    print("done")
# expect: enter a
# expect: a
# expect: leave a
# expect: enter b
# expect: later 1
# expect: plain
# expect: leave b
# expect: aclosed
# expect: enter c
# expect: leave c
# expect: ValueError('v')
# expect: 5
# expect: done
