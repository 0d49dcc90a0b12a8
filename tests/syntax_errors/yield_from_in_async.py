# expect stderr:   File "{file}", line 7
# expect stderr:     yield from x
# expect stderr:     ^^^^^^^^^^^^
# expect error: SyntaxError: 'yield from' inside async function
# expect line: 7
async def f():
    yield from x
