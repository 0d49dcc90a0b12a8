# Errors found after parsing have no text where the source is in no file; the parser's have.
import traceback

for source in 'return', 'x = 1\nbreak', 'def f():\n    nonlocal x', 'a b', 'f(a for a in b, c)':
    try:
        compile(source, '<nowhere>', 'exec')
    except SyntaxError as error:
        print(repr(error.text), error.lineno)
        print(''.join(traceback.format_exception_only(error)), end='')
# expect: None 1
# expect:   File "<nowhere>", line 1
# expect: SyntaxError: 'return' outside function
# expect: None 2
# expect:   File "<nowhere>", line 2
# expect: SyntaxError: 'break' outside loop
# expect: None 2
# expect:   File "<nowhere>", line 2
# expect: SyntaxError: no binding for nonlocal 'x' found
# expect: 'a b\n' 1
# expect:   File "<nowhere>", line 1
# expect:     a b
# expect:       ^
# expect: SyntaxError: invalid syntax
# expect: 'f(a for a in b, c)\n' 1
# expect:   File "<nowhere>", line 1
# expect:     f(a for a in b, c)
# expect:       ^^^^^^^^^^^^
# expect: SyntaxError: Generator expression must be parenthesized
