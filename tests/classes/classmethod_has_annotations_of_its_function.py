def function(a: int) -> str:
    """Text."""

for wrap in classmethod, staticmethod:
    wrapped = wrap(function)
    print(sorted(wrapped.__dict__), wrapped.__annotations__)

# expect: ['__annotations__', '__doc__', '__module__', '__name__', '__qualname__'] {'a': <class 'int'>, 'return': <class 'str'>}
# expect: ['__annotations__', '__doc__', '__module__', '__name__', '__qualname__'] {'a': <class 'int'>, 'return': <class 'str'>}
