def twice(f):
    def inner(self, *a): return f(self, *a), f(self, *a)
    return inner
class A:
    n = 0
    @twice
    def bump(self):
        self.n += 1
        return self.n
    @staticmethod
    @(lambda f: lambda x: f(x) + 1)
    def s(x): return x * 10
print(A().bump(), A.s(2), A().s(3))  # expect: (1, 2) 21 31
