values = [last := i * i for i in range(4)]
print(values, last)  # expect: [0, 1, 4, 9] 9
print([y for x in range(5) if (y := x * 2) > 4], y)  # expect: [6, 8] 8
def f():
    any((hit := n) > 2 for n in range(10))
    return hit
print(f())  # expect: 3
