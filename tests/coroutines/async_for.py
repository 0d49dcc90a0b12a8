class Countdown:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.n == 0: raise StopAsyncIteration
        self.n -= 1
        return self.n
async def main():
    async for v in Countdown(3):
        print(v)
    else:
        print("else")
    async for v in Countdown(3):
        if v == 1: break
    else:
        print("never")
    return v
try:
    main().send(None)
except StopIteration as stop:
    print(stop.value)
# expect: 2
# expect: 1
# expect: 0
# expect: else
# expect: 1
