# Classes are made and die in all threads below one base, whose subclasses others count.
import gc
from _hammer import each


class Base:
    made = 0


def work(number):
    for i in range(150):
        made = type(f"Below{number}_{i}", (Base,), {"number": number, "get": lambda self: self.number})
        thing = made()
        thing.extra = i
        assert thing.get() == number and thing.extra == i and made in Base.__subclasses__()
        if i % 10 == 0:
            Base.made = i
        if i % 50 == 0:
            gc.collect()
        del made, thing


each(4, work)
gc.collect()
print(Base.__subclasses__())  # expect: []
