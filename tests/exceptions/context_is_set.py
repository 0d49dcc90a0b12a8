try:
    try:
        raise ValueError("first")
    except ValueError:
        raise KeyError("second")
except KeyError as error:
    print(repr(error.__context__), error.__cause__, error.__suppress_context__)
# expect: ValueError('first') None False
def f():
    try:
        1 / 0
    except ZeroDivisionError:
        try:
            [][1]
        except IndexError as inner:
            return inner
print(repr(f().__context__))  # expect: ZeroDivisionError('division by zero')
try:
    raise ValueError
except ValueError as e:
    pass
try:
    raise KeyError
except KeyError as e:
    print(e.__context__)  # expect: None
