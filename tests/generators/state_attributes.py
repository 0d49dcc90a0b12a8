def g():
    yield 1
it = g()
print(it.gi_running, it.gi_frame is not None, it.gi_yieldfrom, it.__name__, it.__qualname__, it.gi_code.co_name)
# expect: False True None g g g
list(it)
print(it.gi_frame, type(it).__name__, repr(it).startswith("<generator object g at 0x"))
# expect: None generator True
