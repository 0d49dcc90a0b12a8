def g():
    yield next(it)
it = g()
try:
    next(it)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: generator already executing
def self_send():
    me.send(1)
    yield
me = self_send()
try:
    next(me)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: generator already executing
