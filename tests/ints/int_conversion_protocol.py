class A:
    def __int__(self):
        return 7
class B:
    def __index__(self):
        return 8
class C:
    def __int__(self):
        return "x"
print(int(A()), int(B()))  # expect: 7 8
try:
    int(C())
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: __int__ returned non-int (type str)
try:
    int(object())
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'object'
