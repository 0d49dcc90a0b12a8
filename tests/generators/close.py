def g():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("closing")
        raise
    finally:
        print("finally")
it = g()
next(it)
it.close()
# expect: closing
# expect: finally
it.close()
print(list(it))  # expect: []
unstarted = g()
unstarted.close()
print("no output from unstarted")  # expect: no output from unstarted
def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2
s = stubborn()
next(s)
try:
    s.close()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: RuntimeError: generator ignored GeneratorExit
