# expect stderr:   File "{file}", line 7
# expect stderr:     async with a:
# expect stderr:     ^^^^^^^^^^^^^
# expect error: SyntaxError: 'async with' outside async function
# expect line: 7
def f():
    async with a:
        pass
