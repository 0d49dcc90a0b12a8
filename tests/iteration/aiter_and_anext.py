class A:
    def __init__(self): self.n = 0
    def __aiter__(self): return self
    async def __anext__(self):
        self.n += 1
        if self.n > 2: raise StopAsyncIteration
        return self.n
async def main():
    it = aiter(A())
    print(await anext(it), await anext(it), await anext(it, "default"))
    try: await anext(it)
    except StopAsyncIteration: print("stopped")
try: main().send(None)
except StopIteration: pass
# expect: 1 2 default
# expect: stopped
try:
    aiter(5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'int' object is not an async iterable
try:
    anext(5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'int' object is not an async iterator
