class Pause:
    def __init__(self, value): self.value = value
    def __await__(self):
        got = yield self.value
        return got
async def task():
    a = await Pause("first")
    b = await Pause("second")
    return a + b
c = task()
print(c.send(None), c.send(10))  # expect: first second
try:
    c.send(20)
except StopIteration as stop:
    print(stop.value)  # expect: 30
try:
    c.send(None)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: RuntimeError: cannot reuse already awaited coroutine
