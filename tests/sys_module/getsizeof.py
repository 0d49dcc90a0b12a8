import sys


class Sized:
    def __sizeof__(self):
        return 1000


class Strange:
    def __sizeof__(self):
        raise TypeError("no size")


print(sys.getsizeof(Sized()) >= 1000, sys.getsizeof(Sized) > 100)  # expect: True True
print(sys.getsizeof(None) > 0, sys.getsizeof(iter(())) > 0, sys.getsizeof(len) > 0)  # expect: True True True
print(sys.getsizeof(Strange(), 7))  # expect: 7
try:
    sys.getsizeof(Strange())
except TypeError as problem:
    print(problem)  # expect: no size
