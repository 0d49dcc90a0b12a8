# A tree that is part of itself cannot be compiled, and says so.
import ast

inner = ast.UnaryOp(op=ast.Not(), lineno=0, col_offset=0)
inner.operand = inner
listed = ast.List(elts=[], ctx=ast.Load(), lineno=0, col_offset=0)
listed.elts.append(listed)
for tree in inner, listed:
    try:
        compile(ast.Expression(tree), '<test>', 'eval')
    except RecursionError as error:
        print(type(error).__name__)
# expect: RecursionError
# expect: RecursionError
