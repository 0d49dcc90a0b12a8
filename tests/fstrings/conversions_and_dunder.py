class A:
    def __str__(self): return "S"
    def __repr__(self): return "R"
    def __format__(self, spec): return f"F[{spec}]"
a = A()
print(f"{a} {a!s} {a!r} {a!a} {a:x} {a!r:>3} {a:{1}{2}} {[a]}")  # expect: F[] S R R F[x]   R F[12] [R]
