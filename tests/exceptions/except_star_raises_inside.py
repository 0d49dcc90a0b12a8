try:
    try:
        raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
    except* ValueError:
        raise RuntimeError("new")
    except* KeyError as g:
        raise
except ExceptionGroup as error:
    print(repr(error), error.exceptions)
# expect: ExceptionGroup('', [RuntimeError('new'), ExceptionGroup('g', [KeyError(2)])]) (RuntimeError('new'), ExceptionGroup('g', [KeyError(2)]))
try:
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* ExceptionGroup:
        pass
except TypeError as error:
    print(error)  # expect: catching ExceptionGroup with except* is not allowed. Use except instead.
