async def f(): return 1
async def g(): yield 1
c = f()
print(type(c).__name__, c.__name__, c.cr_running, type(g()).__name__, g().__name__)
# expect: coroutine f False async_generator g
print(hasattr(c, "__await__"), hasattr(c, "__iter__"))  # expect: True False
c.close()
try:
    iter(g())
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'async_generator' object is not iterable
try:
    list(g())
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'async_generator' object is not iterable
