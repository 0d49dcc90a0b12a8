def f():
    try:
        try:
            raise ValueError("first")
        finally:
            print("inner finally")
    except ValueError as error:
        print("caught", error)
        raise KeyError("second")
    finally:
        print("outer finally")
try:
    f()
except KeyError as error:
    print(repr(error), repr(error.__context__))
# expect: inner finally
# expect: caught first
# expect: outer finally
# expect: KeyError('second') ValueError('first')
