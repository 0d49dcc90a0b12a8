class M:
    def __init__(self, n): self.n = n
    def __enter__(self): return self.n
    def __exit__(self, *a): print("exit", self.n)
with (M(1) as a, M(2) as b,):
    print(a, b)
# expect: 1 2
# expect: exit 2
# expect: exit 1
with (M(3)):
    print("plain")
# expect: plain
# expect: exit 3
with M(6) as c:
    print(c)
# expect: 6
# expect: exit 6
with (
    M(7) as d,
    M(8),
):
    print(d)
# expect: 7
# expect: exit 8
# expect: exit 7
