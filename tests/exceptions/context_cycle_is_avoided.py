a, b = ValueError("a"), KeyError("b")
try:
    try:
        raise a
    except ValueError:
        try:
            raise b
        except KeyError:
            raise a
except ValueError as error:
    print(repr(error), repr(error.__context__), repr(error.__context__.__context__))
# expect: ValueError('a') KeyError('b') None
