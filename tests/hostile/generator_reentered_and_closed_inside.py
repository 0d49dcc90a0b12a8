def g():
    yield 1
    it.close()
    yield 2
it = g()
next(it)
try:
    next(it)
except Exception as error:
    print(f"{type(error).__name__}: {error}.")  # expect: ValueError: generator already executing.
def h():
    try: yield 1
    finally:
        try: next(jt)
        except ValueError as error: print(error)
jt = h()
next(jt)
jt.close()  # expect: generator already executing
def k():
    kt.throw(ValueError("self"))
    yield
kt = k()
try:
    next(kt)
except Exception as error:
    print(f"{type(error).__name__}: {error}.")  # expect: ValueError: generator already executing.
def endless():
    while True:
        try: yield
        except GeneratorExit: yield
e = endless()
next(e)
try:
    e.close()
except Exception as error:
    print(f"{type(error).__name__}: {error}.")  # expect: RuntimeError: generator ignored GeneratorExit.
try:
    e.throw(KeyError)
except Exception as error:
    print(f"{type(error).__name__}: {error}.")  # expect: KeyError: .
del e
print("alive")  # expect: alive
