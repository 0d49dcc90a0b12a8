class A: pass
class Fake:
    @property
    def __class__(self): return A
print(isinstance(Fake(), A), type(Fake()).__name__, isinstance(True, (str, int)))  # expect: True Fake True
print(isinstance(1, ((str,), (int,))), isinstance([], ()), issubclass(bool, (str, int)))  # expect: True False True
