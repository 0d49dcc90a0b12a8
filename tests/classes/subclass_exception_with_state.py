class MyError(Exception):
    def __init__(self, code, text="none"):
        super().__init__(code, text)
        self.code = code
    def __str__(self): return f"E{self.code}"
try:
    raise MyError(7, "x")
except MyError as error:
    print(error, repr(error), error.args, error.code)  # expect: E7 MyError(7, 'x') (7, 'x') 7
class Plain(KeyError): pass
print(str(Plain("k")), repr(Plain("k", 2)), Plain.__mro__[1])  # expect: 'k' Plain('k', 2) <class 'KeyError'>
