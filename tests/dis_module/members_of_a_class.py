import dis
from _sink import Sink


class Pair:
    kind = "pair"

    def swap(self):
        return self

    @staticmethod
    def make():
        pass

    @classmethod
    def build(cls):
        pass

    class Inner:
        def method(self):
            pass


sink = Sink()
dis.dis(Pair, file=sink)
for line in sink.lines():
    if line.startswith("Disassembly"):
        print(line)
# expect: Disassembly of Inner:
# expect: Disassembly of method:
# expect: Disassembly of build:
# expect: Disassembly of make:
# expect: Disassembly of swap:
