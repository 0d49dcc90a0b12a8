# expect stderr:   File "{file}", line 8
# expect stderr:     return 2
# expect stderr:     ^^^^^^^^
# expect error: SyntaxError: 'return' with value in async generator
# expect line: 8
async def f():
    yield 1
    return 2
