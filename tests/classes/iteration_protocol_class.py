class Range3:
    def __iter__(self): return Range3Iter()
class Range3Iter:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
r = Range3()
print(list(r), [x for x in r], sum(r), 2 in r, dict(zip(r, "abc")), max(r), [*r, *r])
# expect: [1, 2, 3] [1, 2, 3] 6 True {1: 'a', 2: 'b', 3: 'c'} 3 [1, 2, 3, 1, 2, 3]
a, b, c = r
print(a, b, c)  # expect: 1 2 3
class NoNext:
    def __iter__(self): return 5
try:
    iter(NoNext())
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: iter() returned non-iterator of type 'int'
try:
    list(NoNext())
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: iter() returned non-iterator of type 'int'
try:
    next(r)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'Range3' object is not an iterator
try:
    iter(5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'int' object is not iterable
class Off:
    __iter__ = None
    def __getitem__(self, i): return i
try:
    iter(Off())
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'Off' object is not iterable
