class Color:
    RED = 1
    class Deep: BLUE = "b"
import math
def f(x):
    match x:
        case Color.RED: return "red"
        case Color.Deep.BLUE: return "blue"
        case math.pi: return "pi"
        case {Color.RED: v}: return ("key", v)
    return "no"
print(f(1), f("b"), f(math.pi), f({1: 5}), f(2), f(1.0))  # expect: red blue pi ('key', 5) no red
