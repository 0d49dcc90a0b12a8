# expect stderr:   File "{file}", line 6
# expect stderr:     yield 5
# expect stderr:     ^^^^^^^
# expect error: SyntaxError: 'yield' outside function
# expect line: 6
yield 5
