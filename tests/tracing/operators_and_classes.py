"""Methods that operators call, class bodies, properties, a __next__ that ends a loop."""
from _events import show


class A:
    n = 0

    @property
    def p(self):
        return 3

    def __add__(self, other):
        return 5

    def __lt__(self, other): return True

    def __getitem__(self, key):
        return key

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 1:
            raise StopIteration
        return self.n


def uses():
    a = A()
    a.p
    x = a + 1
    if a < 2:
        a[1]
    for i in a:
        pass

    class B(A):
        """text"""
        x: int = 1
    sorted([2, 1], key=lambda q: q)


show(uses)

# expect: call:uses+0 line:uses+1 line:uses+2
# expect: call:p+0 line:p+2 retu:p+2 line:uses+3
# expect: call:__add__+0 line:__add__+1 retu:__add__+1 line:uses+4
# expect: call:__lt__+0 line:__lt__+0 retu:__lt__+0 line:uses+5
# expect: call:__getitem__+0 line:__getitem__+1 retu:__getitem__+1 line:uses+6
# expect: call:__iter__+0 line:__iter__+1 retu:__iter__+1
# expect: call:__next__+0 line:__next__+1 line:__next__+2 line:__next__+4 retu:__next__+4 line:uses+7 line:uses+6
# expect: call:__next__+0 line:__next__+1 line:__next__+2 line:__next__+3 exce:__next__+3 retu:__next__+3 exce:uses+6 line:uses+9
# expect: call:B+0 line:B+0 line:B+1 line:B+2 retu:B+2 line:uses+12
# expect: call:<lambda>+0 line:<lambda>+0 retu:<lambda>+0
# expect: call:<lambda>+0 line:<lambda>+0 retu:<lambda>+0 retu:uses+12
