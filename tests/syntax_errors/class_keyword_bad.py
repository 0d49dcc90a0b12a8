# expect stderr:   File "{file}", line 6
# expect stderr:     class A(x for x in y):
# expect stderr:               ^^^
# expect error: SyntaxError: invalid syntax
# expect line: 6
class A(x for x in y):
    pass
