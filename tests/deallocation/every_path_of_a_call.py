live = 0
class T:
    def __init__(self):
        global live
        live += 1
    def __del__(self):
        global live
        live -= 1
def f(a, b=None, *c, d=None, **e): return a
def g(a, /, b, *, c=None): return b
class C:
    def __init__(self, *a, **k): self.a, self.k = a, k
    def m(self, *a, **k): return a
    @staticmethod
    def s(*a): return a
    @classmethod
    def c(cls, *a): return a
    def __call__(self, *a): return a
import functools, gc
cases = [lambda: f(T()), lambda: f(T(), T()), lambda: f(T(), T(), T(), d=T(), e=T()), lambda: f(a=T()),
        lambda: f(*[T(), T()], **{"d": T(), "z": T()}), lambda: g(T(), b=T(), c=T()), lambda: C(T(), k=T()),
        lambda: C().m(T(), T()), lambda: C.s(T()), lambda: C.c(T()), lambda: C()(T()), lambda: len([T()]),
        lambda: print(end="", *[]) or T(), lambda: [T()].append(T()), lambda: functools.partial(f, T())(T()),
        lambda: (lambda x: x)(T()), lambda: max([T(), T()], key=id), lambda: sorted([T(), T()], key=id),
        lambda: list(map(f, [T(), T()])), lambda: dict(a=T(), b=T()), lambda: type("X", (), {"t": T()})().t,
        lambda: (lambda *a: a)(*(T() for _ in range(3))), lambda: isinstance(T(), T), lambda: str(id(T()))]
for i, case in enumerate(cases):
    case()
    for _ in range(20): case()
    gc.collect()
    if live: print(i, "leaks", live)
bad = [lambda: f(), lambda: g(T()), lambda: g(T(), T(), T()), lambda: f(T(), a=T()), lambda: g(a=T(), b=T()),
        lambda: f(**{"a": T()}, **{"a": T()}), lambda: f(*5), lambda: T()(T()), lambda: T().nope(T()),
        lambda: len(T()), lambda: f(T(), 1 / 0), lambda: f(a=T(), b=1 / 0), lambda: C(T(), T().x),
        lambda: f(*[T(), T()], **T()), lambda: int(T()), lambda: [].append(T(), T()), lambda: object(T()),
        lambda: T() + T(), lambda: T() < T(), lambda: T()[T()], lambda: next(iter([]))]
for i, case in enumerate(bad):
    for _ in range(20):
        try: case()
        except (TypeError, AttributeError, ZeroDivisionError, StopIteration): pass
        else: print(i, "no error")
    gc.collect()
    if live: print(i, "bad leaks", live)
gc.collect()
print("live", live)  # expect: live 0
