class Typed:
    def __init__(self, kind): self.kind = kind
    def __set_name__(self, owner, name): self.name = "_" + name
    def __get__(self, obj, cls): return self if obj is None else getattr(obj, self.name)
    def __set__(self, obj, value):
        if not isinstance(value, self.kind): raise TypeError(f"{self.name[1:]} must be {self.kind.__name__}")
        setattr(obj, self.name, value)
class Person:
    name, age = Typed(str), Typed(int)
    def __init__(self, name, age): self.name, self.age = name, age
p = Person("Bo", 5)
print(p.name, p.age)  # expect: Bo 5
try:
    setattr(p, "age", "x")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: age must be int
try:
    Person(1, 2)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: name must be str
