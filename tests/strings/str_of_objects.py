class Both:
    def __str__(self):
        return "str"
    def __repr__(self):
        return "repr"
class OnlyRepr:
    def __repr__(self):
        return "only"
class BadStr:
    def __str__(self):
        return 5
print(str(Both()), repr(Both()), [Both()], f"{Both()} {Both()!r}", str(OnlyRepr()), OnlyRepr())
# expect: str repr [repr] str repr only only
print({1: Both()}, (Both(),))  # expect: {1: repr} (repr,)
try:
    str(BadStr())
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: __str__ returned non-string (type int)
print(str(), str(b"ab", "ascii"), str(b"ab"), str("x"), str(None))  # expect:  ab b'ab' x None
