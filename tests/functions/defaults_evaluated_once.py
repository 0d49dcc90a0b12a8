def f(x, seen=[]):
    seen.append(x)
    return seen
print(f(1), f(2), f(3, []), f(4))  # expect: [1, 2, 4] [1, 2, 4] [3] [1, 2, 4]
n = 5
def g(value=n):
    return value
n = 6
print(g(), g.__defaults__, f.__defaults__)  # expect: 5 (5,) ([1, 2, 4],)
g.__defaults__ = (9,)
print(g())  # expect: 9
