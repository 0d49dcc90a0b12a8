class Base:
    def __add__(self, other): return "base add"
    def __radd__(self, other): return "base radd"
class Derived(Base):
    def __radd__(self, other): return "derived radd"
class Plain(Base):
    pass
print(Base() + Derived(), Derived() + Base(), Base() + Plain(), Plain() + Base(), Base() + Base())
# expect: derived radd base add base add base add base add
class MyInt(int):
    def __radd__(self, other): return "mine"
print(1 + MyInt(2), MyInt(1) + 2)  # expect: mine 3
