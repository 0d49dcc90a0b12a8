# expect stderr:   File "{file}", line 6
# expect stderr:     await g()
# expect stderr:     ^^^^^^^^^
# expect error: SyntaxError: 'await' outside function
# expect line: 6
await g()
