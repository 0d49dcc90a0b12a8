from abc import ABC, abstractmethod
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    def show(self): return f"{self.name} {self.area()}"
try:
    Shape()
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: Can't instantiate abstract class Shape with abstract methods area, name
class Half(Shape):
    def area(self): return 1
try:
    Half()
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: Can't instantiate abstract class Half with abstract method name
class Full(Half):
    name = "full"
print(Full().show(), isinstance(Full(), Shape), Shape.__abstractmethods__ == {"area", "name"})
# expect: full 1 True True
