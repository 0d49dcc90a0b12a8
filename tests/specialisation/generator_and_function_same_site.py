def f(n): return [n]
def g(n): yield n
def h(n): return range(n, n + 1)
total = 0
for i in range(900):
    for x in (f, g, h)[i // 100 % 3](i): total += x
print(total)  # expect: 404550
