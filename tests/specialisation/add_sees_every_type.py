def add(a, b): return a + b
class V:
    def __init__(self, n): self.n = n
    def __add__(self, o): return f"V{self.n}+{o.n}"
out = []
for round_number in range(300):
    out.append(add(1, 2))
for a, b in ((1.5, 2.5), (1, 2.5), (2.5, 1), ("a", "b"), ([1], [2]), ((1,), (2,)), (2 ** 70, 1), (True, 1),
        (V(1), V(2)), (b"a", b"b"), (1j, 1)) * 3:
    out.append(add(a, b))
for _ in range(300): out.append(add(1.5, 1.0))
for _ in range(300): out.append(add("x", "y"))
out.append(add(2 ** 59, 2 ** 59))
try:
    add(1, "a")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
try:
    add("a", 1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: can only concatenate str (not "int") to str
print(len(out), out[0], out[300:311], out[-1], out[-2], out[-400])
# expect: 934 3 [4.0, 3.5, 3.5, 'ab', [1, 2], (1, 2), 1180591620717411303425, 2, 'V1+2', b'ab', (1+1j)] 1152921504606846976 xy 2.5
