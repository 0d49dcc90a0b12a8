# super().name(), class methods and static methods are remembered where they are called; whatever the class does to them
# later must be seen.
class Base:
    def name(self, x): return "base", x
    @classmethod
    def make(cls, x): return cls.__name__, x
    @staticmethod
    def plain(x): return "static", x


class Middle(Base):
    def name(self, x): return ("middle",) + super().name(x)


class Other(Base):
    def name(self, x): return ("other",) + super().name(x)


class Both(Middle, Other): pass


def ask(thing): return thing.name(1), thing.make(2), thing.plain(3)


things = [Middle(), Both(), Middle, Both]
for i in range(3):
    print([ask(thing) for thing in things[:2]])
# expect: [(('middle', 'base', 1), ('Middle', 2), ('static', 3)), (('middle', 'other', 'base', 1), ('Both', 2), ('static', 3))]
# expect: [(('middle', 'base', 1), ('Middle', 2), ('static', 3)), (('middle', 'other', 'base', 1), ('Both', 2), ('static', 3))]
# expect: [(('middle', 'base', 1), ('Middle', 2), ('static', 3)), (('middle', 'other', 'base', 1), ('Both', 2), ('static', 3))]


def of_class(cls): return cls.make(1), cls.plain(2)


for i in range(3): print(of_class(Middle), of_class(Both))
# expect: (('Middle', 1), ('static', 2)) (('Both', 1), ('static', 2))
# expect: (('Middle', 1), ('static', 2)) (('Both', 1), ('static', 2))
# expect: (('Middle', 1), ('static', 2)) (('Both', 1), ('static', 2))
Base.name = lambda self, x: ("new base", x)
Base.make = classmethod(lambda cls, x: ("new make", cls.__name__))
Base.plain = staticmethod(lambda x: ("new static", x))
print(ask(Middle()))  # expect: (('middle', 'new base', 1), ('new make', 'Middle'), ('new static', 3))
print(of_class(Both))  # expect: (('new make', 'Both'), ('new static', 2))
Base.plain = lambda self, x: ("method", x)
print(Middle().plain(4), ask(Both())[2])  # expect: ('method', 4) ('method', 3)


class Holder:
    append = list.append
    upper = str.upper


holder = Holder()
for i in range(3):
    for call in (lambda: holder.append(1), lambda: holder.upper()):
        try:
            call()
        except TypeError as error:
            print(error)
# expect: descriptor 'append' for 'list' objects doesn't apply to a 'Holder' object
# expect: descriptor 'upper' for 'str' objects doesn't apply to a 'Holder' object
# expect: descriptor 'append' for 'list' objects doesn't apply to a 'Holder' object
# expect: descriptor 'upper' for 'str' objects doesn't apply to a 'Holder' object
# expect: descriptor 'append' for 'list' objects doesn't apply to a 'Holder' object
# expect: descriptor 'upper' for 'str' objects doesn't apply to a 'Holder' object


class Late:
    def run(self): return 1


late = Late()
got = []
for i in range(4):
    if i == 2: Late.run = lambda self: 2
    if i == 3: late.run = lambda: 3
    bound = late.run
    got.append(bound())
print(got)  # expect: [1, 1, 2, 3]


class Swapped(Base):
    def name(self, x): return super().name(x)


swapped = Swapped()
seen = []
for i in range(4):
    if i == 2:
        class Fresh(Swapped):
            def name(self, x): return "fresh", super().name(x)
        swapped.__class__ = Fresh
    seen.append(swapped.name(i))
print(seen)  # expect: [('new base', 0), ('new base', 1), ('fresh', ('new base', 2)), ('fresh', ('new base', 3))]
