try:
    compile("x = = 1\n", "name.py", "exec")
except SyntaxError as error:
    print(error.msg, error.filename, error.lineno, error.offset, repr(error.text), error.end_lineno)
    print(error.end_offset)
    print(error)
# expect: invalid syntax name.py 1 5 'x = = 1\n' 1
# expect: 6
# expect: invalid syntax (name.py, line 1)
try:
    eval("1 +")
except SyntaxError as error:
    print(error, error.args[0])  # expect: invalid syntax (<string>, line 1) invalid syntax
try:
    exec("if 1:\nx")
except IndentationError as error:
    print(type(error).__name__, error)
# expect: IndentationError expected an indented block after 'if' statement on line 1 (<string>, line 2)
try:
    exec("if 1:\n\tx\n        y")
except TabError as error:
    print(type(error).__name__, error)
# expect: TabError inconsistent use of tabs and spaces in indentation (<string>, line 3)
