class Meta(type):
    def __len__(cls): return 3
    def __getitem__(cls, k): return (cls.__name__, k)
    def __iter__(cls): return iter("abc")
    def __contains__(cls, k): return k == 1
    def __add__(cls, other): return "sum"
    def __repr__(cls): return f"<{cls.__name__}>"
    def __eq__(cls, other): return "eq"
    __hash__ = type.__hash__
    def __instancecheck__(cls, obj): return obj == 5
    def __subclasscheck__(cls, sub): return sub is int
    def __getattr__(cls, name): return "dyn " + name
    def __bool__(cls): return False
class A(metaclass=Meta): pass
print(len(A), A["k"], list(A), 1 in A, A + 1, A, A == 2, isinstance(5, A), isinstance(6, A))
# expect: 3 ('A', 'k') ['a', 'b', 'c'] True sum <A> eq True False
print(issubclass(int, A), issubclass(str, A), A.zzz, bool(A))  # expect: True False dyn zzz False
