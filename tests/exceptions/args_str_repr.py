print(str(ValueError()), repr(ValueError()), str(ValueError(1)), repr(ValueError("a", 2)), str(ValueError("a", 2)), ValueError("x").args, str(KeyError("k")), repr(KeyError()), str(KeyError()), str(KeyError(1, 2)))
# expect:  ValueError() 1 ValueError('a', 2) ('a', 2) ('x',) 'k' KeyError()  (1, 2)
print(repr(Exception("it's")), str(OSError(2, "No such")), OSError(2, "No such").errno, repr(OSError(2, "No such", "f")), str(OSError(2, "No such", "f")), type(OSError(2, "x")).__name__, StopIteration(5).value, SystemExit(3).code, repr(SystemExit(3)))
# expect: Exception("it's") [Errno 2] No such 2 FileNotFoundError(2, 'No such') [Errno 2] No such: 'f' FileNotFoundError 5 3 SystemExit(3)
print(str(UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad")), AttributeError("m", name="n", obj=5).name, NameError("m", name="q").name, ImportError("m", name="mod").name)
# expect: 'utf-8' codec can't decode byte 0xff in position 0: bad n q mod
e = ValueError(1)
e.args = (2, 3)
print(e, e.args)  # expect: (2, 3) (2, 3)
e.args = [4]
print(e.args)  # expect: (4,)
