state = 3
def rnd(n):
    global state
    state = (state * 1103515245 + 12345) % 2 ** 31
    return (state >> 8) % n
x = []
total = 0
for step in range(6000):
    op = rnd(14)
    n = len(x)
    if op < 3: x.append(rnd(1000))
    elif op == 3: x.insert(rnd(n + 3) - 1, rnd(1000))
    elif op == 4 and n: x.pop(rnd(n))
    elif op == 5: x[rnd(n + 1):rnd(n + 1)] = [rnd(9) for _ in range(rnd(6))]
    elif op == 6: x.extend(x[:rnd(5)])
    elif op == 7: del x[rnd(n + 1):rnd(n + 1):rnd(3) + 1]
    elif op == 8: x.reverse()
    elif op == 9 and n < 500: x += [step] * rnd(4)
    elif op == 10: x.sort(reverse=rnd(2) == 1)
    elif op == 11 and n: x[rnd(n)] = step
    elif op == 12 and n > 200: x = x[::2]
    elif op == 13 and n: x.remove(x[rnd(n)])
    total = (total * 31 + len(x) + sum(x) + (x[-1] if x else 0) + (x[len(x) // 2] if x else 0)) % (2 ** 61 - 1)
print(len(x), total)  # expect: 41 1745156179320566368
