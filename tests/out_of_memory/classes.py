# every allocation fails once
class Base:
    kind = "base"

    def __init__(self, name):
        self.name = name
        self.parts = {}

    def __init_subclass__(cls, **options):
        cls.options = options

    @property
    def shown(self):
        return f"{self.name}:{self.kind}"

    @classmethod
    def make(cls, *names, **more):
        return [cls(name) for name in names]


class Derived(Base, kind_of="derived"):
    __slots__ = ("extra",)
    kind = "derived"

    def __init__(self, name):
        super().__init__(name)
        self.extra = (name, name)

    def __eq__(self, other):
        return self.name == other.name

    def __getattr__(self, name):
        return name.upper()


class Meta(type):
    def __new__(meta, name, bases, namespace):
        return super().__new__(meta, name, bases, dict(namespace, added=1))


class Made(metaclass=Meta):
    pass


items = Derived.make("a", "b")
for i, item in enumerate(items):
    setattr(item, "field%d" % i, [i])
    item.__dict__["late"] = i
print([item.shown for item in items], items[0] == items[1], items[0].missing)  # expect: ['a:derived', 'b:derived'] False MISSING
print(Derived.options, Made.added, sorted(items[1].__dict__))  # expect: {'kind_of': 'derived'} 1 ['field1', 'late', 'name', 'parts']
