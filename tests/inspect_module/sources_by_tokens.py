# getsource: methods with comments at their end, lambdas over lines, nested classes, decorators.
import inspect


def decorate(*args):
    return lambda function: function


class Outer:
    class Inner:
        value = 1

        @decorate(1,
                  2)
        def method(self, text=''' def no():
'''):
            return text  # what it was
            # the end of method

    # not part of Inner


two_lines = lambda x: (x +
                       1)


async def coroutine():
    class Local:
        pass
    return Local


print(inspect.getsource(Outer.Inner.method), end='')
print(inspect.getsource(Outer.Inner), end='')
print(inspect.getsource(two_lines), end='')
print(inspect.getsourcelines(coroutine)[1], len(inspect.getsourcelines(coroutine)[0]))
frame = inspect.currentframe()
info = inspect.getframeinfo(frame)
print(info.lineno, info.function, info.index, info.positions.lineno, info.code_context)
try:
    (1).missing
except AttributeError:
    row = inspect.trace()[0]
    print(row.lineno, row.positions.col_offset, row.positions.end_col_offset)


def function(a, b=2, *, c, d=4):
    pass


for call in (lambda: inspect.getcallargs(function, 1, c=3), lambda: inspect.getcallargs(function),
             lambda: inspect.getcallargs(function, 1, 2, 3), lambda: inspect.getcallargs(function, 1, e=1)):
    try:
        print(call())
    except TypeError as error:
        print(error)

# expect:         @decorate(1,
# expect:                   2)
# expect:         def method(self, text=''' def no():
# expect: '''):
# expect:             return text  # what it was
# expect:             # the end of method
# expect:     class Inner:
# expect:         value = 1
# expect:
# expect:         @decorate(1,
# expect:                   2)
# expect:         def method(self, text=''' def no():
# expect: '''):
# expect:             return text  # what it was
# expect:             # the end of method
# expect: two_lines = lambda x: (x +
# expect:                        1)
# expect: 27 4
# expect: 38 <module> 0 38 ['info = inspect.getframeinfo(frame)\n']
# expect: 41 4 15
# expect: {'a': 1, 'c': 3, 'b': 2, 'd': 4}
# expect: function() missing 1 required positional argument: 'a'
# expect: function() takes from 1 to 2 positional arguments but 3 were given
# expect: function() got an unexpected keyword argument 'e'
