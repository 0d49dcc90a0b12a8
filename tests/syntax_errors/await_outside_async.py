# expect stderr:   File "{file}", line 7
# expect stderr:     await g()
# expect stderr:     ^^^^^^^^^
# expect error: SyntaxError: 'await' outside async function
# expect line: 7
def f():
    await g()
