import functools
class Base:
    def inherited(self): return "inherited"
class A(Base):
    def plain(self): return "plain"
    lam = lambda self: "lambda"
    stat = staticmethod(lambda: "static")
    klass = classmethod(lambda cls: cls.__name__)
    part = functools.partial(lambda: "partial")
    pm = functools.partialmethod(lambda self, x: f"pm {x}", 5)
    alias = plain
    builtin = len
    @property
    def prop(self): return lambda: "from property"
    def __init__(self): self.inst = lambda: "instance"
    def __getattr__(self, n): return lambda: f"dyn {n}"
    def __len__(self): return 3
a = A()
def use(a): return [a.inherited(), a.plain(), a.lam(), a.stat(), a.klass(), a.part(), a.pm(), a.alias(),
        a.prop(), a.inst(), a.other(), a.builtin([1])]
for _ in range(100): r = use(a)
print(r)
# expect: ['inherited', 'plain', 'lambda', 'static', 'A', 'partial', 'pm 5', 'plain', 'from property', 'instance', 'dyn other', 1]
