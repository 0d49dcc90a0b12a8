def g():
    try: yield 1
    except ValueError as error: yield error.args
it = g()
next(it)
print(it.throw(ValueError, "text"))  # expect: ('text',)
it = g()
next(it)
print(it.throw(ValueError))  # expect: ()
it = g()
next(it)
try:
    it.throw(5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: exceptions must be classes or instances deriving from BaseException, not int
try:
    it.throw(ValueError, 1, 5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: throw() third argument must be a traceback object
