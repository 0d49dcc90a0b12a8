def f(a: int, b: "str" = "x", *args: float, c: list[int], **kw: dict) -> None: pass
print(f.__annotations__)
# expect: {'a': <class 'int'>, 'b': 'str', 'args': <class 'float'>, 'c': list[int], 'kw': <class 'dict'>, 'return': None}
x: int = 5
y: "later"
print(__annotations__)  # expect: {'x': <class 'int'>, 'y': 'later'}
class A:
    field: int
    other: str = "s"
    (ignored): int = 3
    def method(self):
        local: undefined_name = 1
        return local
print(A.__annotations__, A().method(), hasattr(A, "field"), A.other)
# expect: {'field': <class 'int'>, 'other': <class 'str'>} 1 False s
