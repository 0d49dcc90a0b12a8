class Manager:
    async def __aenter__(self):
        print("enter")
        return "value"
    async def __aexit__(self, kind, error, trace):
        print("exit", kind.__name__ if kind else None)
        return kind is ValueError
async def main():
    async with Manager() as v:
        print(v)
    async with Manager(), Manager() as w:
        raise ValueError("swallowed")
    return "end"
try:
    main().send(None)
except StopIteration as stop:
    print(stop.value)
# expect: enter
# expect: value
# expect: exit None
# expect: enter
# expect: enter
# expect: exit ValueError
# expect: exit None
# expect: end
