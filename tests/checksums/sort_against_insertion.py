state = 4
def rnd(n):
    global state
    state = (state * 1103515245 + 12345) % 2 ** 31
    return (state >> 8) % n
for size in list(range(0, 70)) + [127, 128, 129, 300]:
    x = [(rnd(20), i) for i in range(size)]
    y = []
    for item in x:
        place = len(y)
        while place and y[place - 1][0] > item[0]: place -= 1
        y.insert(place, item)
    assert sorted(x, key=lambda p: p[0]) == y
    assert sorted(x) == sorted(x, key=lambda p: p)
    assert x == sorted(x, key=lambda p: p[1])
print("sorted alike")  # expect: sorted alike
