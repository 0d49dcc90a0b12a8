# Each thread makes classes of a common base, uses them and lets them go.
import gc
from _hammer import together

ROUNDS = 900


class Base:
    def hello(self):
        return "hello " + self.name


def make(tag):
    for i in range(ROUNDS):
        class Made(Base):
            __slots__ = () if i % 2 else ("extra",)
            name = "%s%d" % (tag, i)

        thing = Made()
        assert thing.hello() == "hello %s%d" % (tag, i)
        assert Made in Base.__subclasses__()
        other = type("Other", (Made,), {"name": "other"})
        assert other().hello() == "hello other"


together(lambda: make("x"), lambda: make("y"), lambda: make("z"))
gc.collect()
print(len(Base.__subclasses__()) <= 3)  # expect: True
