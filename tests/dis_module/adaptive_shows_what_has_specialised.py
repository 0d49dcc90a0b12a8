# only: gillab
# The words of this VM.
import dis
from _sink import Sink


class Point:
    def __init__(self, x):
        self.x = x


def shift(points):
    for point in points:
        total = point.x + 1


def shown():
    sink = Sink()
    dis.dis(shift, file=sink, adaptive=True)
    return sink.text


print(shown().strip())  # expect: (has not run)
shift([Point(1), Point(2)])
print("ATTR_FIELD" in shown(), "ITER_LIST" in shown(), "point.x" in shown())  # expect: True True True
shift(())
shift((Point(1), Point(2)))
print("ITER_TUPLE" in shown())  # expect: True
