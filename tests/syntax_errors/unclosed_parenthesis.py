# expect stderr:   File "{file}", line 6
# expect stderr:     print("a"
# expect stderr:          ^
# expect error: SyntaxError: '(' was never closed
# expect line: 6
print("a"
x = 1
