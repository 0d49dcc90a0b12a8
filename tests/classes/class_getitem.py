class A:
    def __class_getitem__(cls, key): return f"{cls.__name__}[{key}]"
class B(A): pass
print(A[int], B[1, 2], list[int], dict[str, int], tuple[int, ...], type(list[int]).__name__)
# expect: A[<class 'int'>] B[(1, 2)] list[int] dict[str, int] tuple[int, ...] GenericAlias
print(list[int]([1, 2]), list[int] == list[int], list[int].__origin__, list[int].__args__)
# expect: [1, 2] True <class 'list'> (<class 'int'>,)
class C: pass
try:
    C[int]
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: type 'C' is not subscriptable
try:
    int[5]
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: type 'int' is not subscriptable
