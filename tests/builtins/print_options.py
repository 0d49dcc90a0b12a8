import sys
print(1, 2, sep="-", end="!\n")  # expect: 1-2!
print()  # expect:
print("a", "b", sep="")  # expect: ab
print("x", end="")
print("y", file=sys.stdout, flush=True)  # expect: xy
print(*[1, 2], *"ab", sep=", ")  # expect: 1, 2, a, b
print(None, True, [], sep=None, end=None)  # expect: None True []
try:
    print(1, sep=5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: sep must be None or a string, not int
try:
    print(1, end=5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: end must be None or a string, not int
class Out:
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s)
out = Out()
print("to", "object", file=out)
print(out.parts)  # expect: ['to', ' ', 'object', '\n']
