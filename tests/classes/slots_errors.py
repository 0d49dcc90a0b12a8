try:
    class A:
        __slots__ = ("x",)
        x = 1
except ValueError as error:
    print(error)  # expect: 'x' in __slots__ conflicts with class variable
try:
    class B:
        __slots__ = ("1bad",)
except TypeError as error:
    print(error)  # expect: __slots__ must be identifiers
try:
    class C:
        __slots__ = (5,)
except TypeError as error:
    print(error)  # expect: __slots__ items must be strings, not 'int'
class X: __slots__ = ("a",)
class Y: __slots__ = ("b",)
try:
    type("Z", (X, Y), {})
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: multiple bases have instance lay-out conflict
