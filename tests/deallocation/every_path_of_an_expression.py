live = 0
class T:
    def __init__(self, v=0):
        global live
        live += 1
        self.v = v
    def __del__(self):
        global live
        live -= 1
    def __add__(self, o): return T(self.v)
    __sub__ = __mul__ = __and__ = __or__ = __radd__ = __iadd__ = __add__
    def __neg__(self): return T(-self.v)
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
    def __hash__(self): return hash(self.v)
    def __getitem__(self, k): return k
    def __setitem__(self, k, v): pass
    def __delitem__(self, k): pass
    def __contains__(self, k): return True
    def __iter__(self): return iter((T(), T()))
    def __bool__(self): return bool(self.v)
    def __format__(self, s): return "t"
    def __enter__(self): return T()
    def __exit__(self, *a): return True
    def __getattr__(self, n): return T()
def unpack():
    a, b = T()
    (c, *d), e = T(), T()
    a, b = b, a
def augmented():
    x = T()
    x += T()
    y = [T()]
    y[0] += T()
    y += [T()]
    x.z = T()
    x.z += T()
def loops():
    for x in [T(), T(), T()]:
        if x: break
        y = x
    while T(): pass
    else: z = T()
    for x in T(): continue
    for x, y in [(T(), T())]: return x
def tries():
    try:
        x = T()
        raise ValueError(T())
    except ValueError as error:
        y = error.args[0]
    finally:
        z = T()
    try: return T()
    finally: T()
def withs():
    with T() as x, T() as y:
        z = T()
        raise KeyError(T())
    with T(): return T()
def matches():
    match [T(1), T(2)]:
        case [a, b] if a == b: pass
        case [T(v=1), *rest]: return rest
def deletes():
    x, y = T(), [T(), T()]
    del x, y[0]
    d = {T(): T()}
    del d[T()]
    t = T()
    del t[T()]
def closures():
    x = T()
    def inner():
        nonlocal x
        x = T()
        return x
    return [inner(), inner()]
def generators():
    def g():
        a = T()
        try:
            got = yield T()
            yield got
        finally:
            T()
    it = g()
    next(it)
    it.send(T())
    it.close()
    it = g()
    next(it)
    try: it.throw(ValueError(T()))
    except ValueError: pass
    next(g())
    [v for v in g()]
    def outer(): return (yield from g())
    return list(outer())
def comprehensions(): return ([T() for _ in range(3) if T(1)], {T(i): T() for i in range(3)},
        {T(i) for i in range(3)}, list(T() for _ in range(2)), [x for t in (T(), T()) for x in t])
def operators(): return (T() + T(), -T(), T() == T(), T() < T() < T(), T() in T(), T(1) and T(), T() or T(),
        not T(), T()[T()], T()[T():T()], T().x, f"{T()}{T()!r:.0}", T() if T() else T(), [*T(), *T()], (*T(),),
        {**{T(): T()}}, (w := T()), T() is T(), [T()] * 3, (T(),) + (T(),))
def classes():
    class A(object):
        x = T()
        def f(self, y=T()): return y
    a = A()
    a.t = T()
    a.t = T()
    del a.t
    return a.f()
def failing():
    for code in ("[T(), T(), 1 / 0]", "{T(): T(), 1: 1 / 0}", "(T(), *5)", "f'{T()}{1 / 0}'",
            "[T() / 0 for _ in T()]", "T()(1 / 0)", "T() / T()", "[T()][T()]", "{}[T()]", "T() + (1).x",
            "sorted([T(), 5])"):
        try: eval(code)
        except Exception: pass
for f in (unpack, augmented, loops, tries, withs, matches, deletes, closures, generators, comprehensions,
        operators, classes, failing):
    for _ in range(30): f()
    if live:
        import gc
        gc.collect()
    print(f.__name__, live)
# expect: unpack 0
# expect: augmented 0
# expect: loops 0
# expect: tries 0
# expect: withs 0
# expect: matches 0
# expect: deletes 0
# expect: closures 0
# expect: generators 0
# expect: comprehensions 0
# expect: operators 0
# expect: classes 0
# expect: failing 0
