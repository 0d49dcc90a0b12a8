def f():
    raise ExceptionGroup("several", [ValueError("a"), ExceptionGroup("inner", [KeyError("b"), TypeError("c")])])
f()
# expect stderr:   + Exception Group Traceback (most recent call last):
# expect stderr:   |   File "{file}", line 3, in <module>
# expect stderr:   |     f()
# expect stderr:   |   File "{file}", line 2, in f
# expect stderr:   |     raise ExceptionGroup("several", [ValueError("a"), ExceptionGroup("inner", [KeyError("b"), TypeError("c")])])
# expect stderr:   | ExceptionGroup: several (2 sub-exceptions)
# expect stderr:   +-+---------------- 1 ----------------
# expect stderr:     | ValueError: a
# expect stderr:     +---------------- 2 ----------------
# expect stderr:     | ExceptionGroup: inner (2 sub-exceptions)
# expect stderr:     +-+---------------- 1 ----------------
# expect stderr:       | KeyError: 'b'
# expect stderr:       +---------------- 2 ----------------
# expect stderr:       | TypeError: c
# expect error:       +------------------------------------
# expect line: 2
