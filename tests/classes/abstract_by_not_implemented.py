class Shape:
    def area(self): raise NotImplementedError
    def describe(self): return f"{type(self).__name__} {self.area():.1f}"
class Square(Shape):
    def __init__(self, s): self.s = s
    def area(self): return self.s ** 2
print(Square(2).describe())  # expect: Square 4.0
try:
    Shape().describe()
except NotImplementedError as error:
    print("abstract", error.args)  # expect: abstract ()
