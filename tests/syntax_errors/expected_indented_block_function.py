# expect stderr:   File "{file}", line 7
# expect stderr:     x = 1
# expect stderr:     ^
# expect error: IndentationError: expected an indented block after function definition on line 6
# expect line: 7
def f():
x = 1
