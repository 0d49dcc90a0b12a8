# expect stderr:   File "{file}", line 7
# expect stderr:     return [x async for x in y]
# expect stderr:            ^^^^^^^^^^^^^^^^^^^^
# expect error: SyntaxError: asynchronous comprehension outside of an asynchronous function
# expect line: 7
def f():
    return [x async for x in y]
