async def g():
    x = yield 1
    print("x", x)
def run(aw):
    try: aw.send(None)
    except StopIteration as stop: return stop.value
a = g()
try:
    run(a.asend(5))
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: can't send non-None value to a just-started async generator
print(run(a.__anext__()), type(a.asend(1)).__name__, a.__aiter__() is a)  # expect: 1 async_generator_asend True
try: run(a.asend("v"))  # expect: x v
except StopAsyncIteration: print("finished")  # expect: finished
b = g()
print(run(b.aclose()))  # expect: None
try: run(b.__anext__())
except StopAsyncIteration: print("closed")  # expect: closed
