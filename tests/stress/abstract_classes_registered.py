# isinstance() and issubclass() with abstract classes while others register: never wrong for long.
import abc
from _hammer import beside


class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self): ...


class Square(Shape):
    def area(self):
        return 1


others = [type(f"Other{i}", (), {}) for i in range(300)]
done = []


def register():
    for other in others:
        assert not issubclass(other, Shape)
        Shape.register(other)
        assert issubclass(other, Shape) and isinstance(other(), Shape)
        done.append(other)


def read():
    for other in list(done):
        assert issubclass(other, Shape)
    assert isinstance(Square(), Shape) and not isinstance(3, Shape)
    try:
        Shape()
        assert False
    except TypeError:
        pass


beside([register], [read, read])
print(len(done), {issubclass(other, Shape) for other in others})  # expect: 300 {True}
