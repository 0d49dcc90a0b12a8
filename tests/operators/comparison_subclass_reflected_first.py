class Base:
    def __lt__(self, other): return "base lt"
    def __gt__(self, other): return "base gt"
class Sub(Base):
    def __gt__(self, other): return "sub gt"
print(Base() < Sub(), Sub() < Base(), Base() > Sub())  # expect: sub gt base lt base lt
