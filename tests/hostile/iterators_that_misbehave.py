class Grow:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 5: raise StopIteration
        return self.n
    def __length_hint__(self): return 10 ** 6
class BadHint(Grow):
    def __length_hint__(self): return -1
class WrongHint(Grow):
    def __length_hint__(self): return "x"
class Liar(list):
    def __len__(self): return 10 ** 5
print(list(Grow()), tuple(Grow()), [*Grow()], sum(Grow()), sorted(Grow()))
# expect: [1, 2, 3, 4, 5] (1, 2, 3, 4, 5) [1, 2, 3, 4, 5] 15 [1, 2, 3, 4, 5]
try:
    list(BadHint())
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: __length_hint__() should return >= 0
try:
    list(WrongHint())
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: __length_hint__ must be an integer, not str
print(list(Liar([1, 2])), tuple(Liar([3])), [*Liar([4])], sorted(Liar([6, 5])))  # expect: [1, 2] (3,) [4] [5, 6]
class Again:
    def __iter__(self): return self
    def __next__(self): raise self.error
a = Again()
for kind in (ValueError, StopIteration, KeyboardInterrupt, SystemExit):
    a.error = kind("from next")
    try: print(list(a))
    except BaseException as error: print(type(error).__name__, error)
# expect: ValueError from next
# expect: []
# expect: KeyboardInterrupt from next
# expect: SystemExit from next
try:
    a.error2
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'Again' object has no attribute 'error2'
