import dis
from _sink import Sink


def divide(a, b):
    return a / b


def caller():
    divide(1, 0)


try:
    caller()
except ZeroDivisionError as problem:
    traceback = problem.__traceback__
while traceback.tb_next:
    traceback = traceback.tb_next
sink = Sink()
dis.distb(traceback, file=sink)
print([line.split()[2] for line in sink.lines() if "-->" in line])  # expect: ['BINARY_OP']
marked = dis.Bytecode.from_traceback(traceback)
print(marked.codeobj.co_name, "BINARY_OP" in marked.dis().split("-->")[1].split("\n")[0])  # expect: divide True
