class A:
    def __bool__(self):
        return 1
class B:
    def __len__(self):
        return -1
class C:
    def __len__(self):
        return "x"
try:
    bool(A())
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: __bool__ should return bool, returned int
try:
    bool(B())
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: __len__() should return >= 0
try:
    bool(C())
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'str' object cannot be interpreted as an integer
try:
    len(5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: object of type 'int' has no len()
if True:
    try:
        print("yes" if A() else "no")
    except Exception as error:
        print(f"{type(error).__name__}: {error}")  # expect: TypeError: __bool__ should return bool, returned int
