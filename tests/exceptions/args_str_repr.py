print(str(ValueError()), repr(ValueError()), str(ValueError(1)), repr(ValueError("a", 2)))
# expect:  ValueError() 1 ValueError('a', 2)
print(str(ValueError("a", 2)), ValueError("x").args, str(KeyError("k")), repr(KeyError()))
# expect: ('a', 2) ('x',) 'k' KeyError()
print(str(KeyError()), str(KeyError(1, 2)))  # expect:  (1, 2)
print(repr(Exception("it's")), str(OSError(2, "No such")), OSError(2, "No such").errno)
# expect: Exception("it's") [Errno 2] No such 2
print(repr(OSError(2, "No such", "f")), str(OSError(2, "No such", "f")))
# expect: FileNotFoundError(2, 'No such') [Errno 2] No such: 'f'
print(type(OSError(2, "x")).__name__, StopIteration(5).value, SystemExit(3).code)  # expect: FileNotFoundError 5 3
print(repr(SystemExit(3)))  # expect: SystemExit(3)
print(str(UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad")))
# expect: 'utf-8' codec can't decode byte 0xff in position 0: bad
print(AttributeError("m", name="n", obj=5).name, NameError("m", name="q").name)  # expect: n q
print(ImportError("m", name="mod").name)  # expect: mod
e = ValueError(1)
e.args = (2, 3)
print(e, e.args)  # expect: (2, 3) (2, 3)
e.args = [4]
print(e.args)  # expect: (4,)
