from __future__ import annotations
def f(a: undefined, b: x + 1 = 2) -> list[nothing]: pass
print(f.__annotations__)  # expect: {'a': 'undefined', 'b': 'x + 1', 'return': 'list[nothing]'}
class A:
    z: whatever | None = 5
print(A.__annotations__)  # expect: {'z': 'whatever | None'}
