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
    print(f"{type(error).__name__}: {error}")
try:
    bool(B())
except Exception as error:
    print(f"{type(error).__name__}: {error}")
try:
    bool(C())
except Exception as error:
    print(f"{type(error).__name__}: {error}")
try:
    len(5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
if True:
    try:
        print("yes" if A() else "no")
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
# expect: TypeError: __bool__ should return bool, returned int
# expect: ValueError: __len__() should return >= 0
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: object of type 'int' has no len()
# expect: TypeError: __bool__ should return bool, returned int
