import dis
from _sink import Sink


def outer():
    def middle():
        def inner():
            pass
        return inner
    return middle


def shown(depth):
    sink = Sink()
    dis.dis(outer, file=sink, depth=depth)
    return sum(line.startswith("Disassembly of <code object") for line in sink.lines())


print(shown(0), shown(1), shown(2), shown(None))  # expect: 0 1 2 2
