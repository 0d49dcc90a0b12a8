# expect stderr:   File "{file}", line 5
# expect stderr:     def f():
# expect error: IndentationError: expected an indented block after function definition on line 5
# expect line: 5
def f():
