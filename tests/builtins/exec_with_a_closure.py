def outer():
    x = 1
    def inner():
        print(x)
    return inner

def cell(value):
    return (lambda: value).__closure__[0]

code = outer().__code__
exec(code, closure=(cell(5),))
for act in (lambda: exec(code), lambda: exec(code, closure=(cell(1), cell(2))), lambda: exec(code, closure=[cell(1)]),
            lambda: exec('pass', closure=()), lambda: exec(compile('1', 'f', 'exec'), closure=()), lambda: eval(code),
            lambda: exec('1', 1), lambda: eval('1', 1), lambda: eval('1', [1]), lambda: exec('1', {}, 1)):
    try:
        act()
    except TypeError as error:
        print(error)

# expect: 5
# expect: code object requires a closure of exactly length 1
# expect: code object requires a closure of exactly length 1
# expect: code object requires a closure of exactly length 1
# expect: closure can only be used when source is a code object
# expect: cannot use a closure with this code object
# expect: code object passed to eval() may not contain free variables
# expect: exec() globals must be a dict, not int
# expect: globals must be a dict
# expect: globals must be a real dict; try eval(expr, {}, mapping)
# expect: locals must be a mapping or None, not int
