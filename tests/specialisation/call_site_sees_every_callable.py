class C:
    def __init__(self, x): self.x = x
    def __repr__(self): return f"C({self.x})"
class K:
    def __call__(self, x): return ("call", x)
    def m(self, x): return ("method", x)
    @classmethod
    def c(cls, x): return ("cm", x)
    @staticmethod
    def s(x): return ("sm", x)
import functools
def f(x): return ("f", x)
def d(x, y=2): return ("d", x, y)
def v(*a): return ("v", a)
def gen(x): yield x
k = K()
callables = [f, d, v, lambda x: ("l", x), C, k, k.m, K.c, K.s, str, abs, [0].append, functools.partial(d, y=9),
        int, type, gen, "{}".format]
def call(g): return g(5)
for _ in range(60): out = [call(c) for c in callables]
print([o if type(o).__name__ != "generator" else list(o) for o in out])
# expect: [('f', 5), ('d', 5, 2), ('v', (5,)), ('l', 5), C(5), ('call', 5), ('method', 5), ('cm', 5), ('sm', 5), '5', 5, None, ('d', 5, 9), 5, <class 'int'>, [5], '5']
for c in callables:
    for _ in range(60): call(c)
print(call(f), call(C))  # expect: ('f', 5) C(5)
