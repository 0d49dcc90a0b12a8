# Which error comes first, and its words.
import types


def say(call):
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(error)


say(lambda: memoryview(b'a', 2))
say(lambda: ' '.split(1, 2, 3))
say(lambda: 'abc'.find(1, 'x'))
say(lambda: 'abc'.index(b'', 1))
say(lambda: 'abc'.rfind('a', start=1))
say(lambda: bytes([1], 5))
say(lambda: bytearray('a', 'utf-8', 7))
say(lambda: bytes(5, 'ascii'))
say(lambda: types.FunctionType(say.__code__, {}, 1))
say(lambda: types.FunctionType(say.__code__, {}, None, 1))
say(lambda: types.MethodType(len, None))
say(lambda: (int | str) + 1)
say(lambda: list[int] + 1)
say(lambda: types.SimpleNamespace() + 1)
for target in 'object()[0]', 'object()["a"]', '()[0]', '()["a"]', '"a"["b"]', 'type.__dict__["x"]':
    say(lambda: exec('del ' + target))
print([].__add__.__doc__ == list.__add__.__doc__, iter([]).__next__.__self__ is not None)


def free():
    def inner():
        return value
    inner()
    value = 1


try:
    free()
except NameError as error:
    print(error, error.name)
# expect: memoryview() takes at most 1 argument (2 given)
# expect: split() takes at most 2 arguments (3 given)
# expect: slice indices must be integers or None or have an __index__ method
# expect: must be str, not bytes
# expect: str.rfind() takes no keyword arguments
# expect: bytes() argument 'encoding' must be str, not int
# expect: bytearray() argument 'errors' must be str, not int
# expect: encoding without a string argument
# expect: arg 3 (name) must be None or string
# expect: arg 4 (defaults) must be None or tuple
# expect: instance must not be None
# expect: unsupported operand type(s) for +: 'types.UnionType' and 'int'
# expect: unsupported operand type(s) for +: 'types.GenericAlias' and 'int'
# expect: unsupported operand type(s) for +: 'types.SimpleNamespace' and 'int'
# expect: 'object' object does not support item deletion
# expect: 'object' object does not support item deletion
# expect: 'tuple' object doesn't support item deletion
# expect: 'tuple' object does not support item deletion
# expect: 'str' object does not support item deletion
# expect: 'mappingproxy' object does not support item deletion
# expect: True True
# expect: cannot access free variable 'value' where it is not associated with a value in enclosing scope value
