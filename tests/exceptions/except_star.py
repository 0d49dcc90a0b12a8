def f(error):
    try:
        raise error
    except* ValueError as group:
        print("value", group.exceptions)
    except* (KeyError, TypeError) as group:
        print("key/type", group.exceptions)
    else:
        print("else")
    finally:
        print("finally")
f(ExceptionGroup("g", [ValueError(1), KeyError(2), ValueError(3)]))
# expect: value (ValueError(1), ValueError(3))
# expect: key/type (KeyError(2),)
# expect: finally
f(ValueError("plain"))
# expect: value (ValueError('plain'),)
# expect: finally
try:
    f(ExceptionGroup("g", [OSError("left"), ValueError(1), ExceptionGroup("n", [TypeError(1), OSError(2)])]))
except ExceptionGroup as rest:
    print(repr(rest))
# expect: value (ValueError(1),)
# expect: key/type (ExceptionGroup('n', [TypeError(1)]),)
# expect: finally
# expect: ExceptionGroup('g', [OSError('left'), ExceptionGroup('n', [OSError(2)])])
try:
    try:
        pass
    except* ValueError:
        pass
    else:
        print("no error: else")  # expect: no error: else
finally:
    print("done")  # expect: done
