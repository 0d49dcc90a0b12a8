class Empty: ...
class Doc: "only doc"
class OneLine: x = 1; y = 2
class Nested:
    class A:
        class B: v = "deep"
print(Empty.__name__, Doc.__doc__, OneLine.y, Nested.A.B.v, Nested.A.B.__qualname__)
# expect: Empty only doc 2 deep Nested.A.B
def make():
    class Same: pass
    return Same
print(make() is make(), make().__name__ == make().__name__)  # expect: False True
