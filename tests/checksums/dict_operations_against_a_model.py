state = 5
def rnd(n):
    global state
    state = (state * 1103515245 + 12345) % 2 ** 31
    return (state >> 8) % n
d = {}
keys, values = [], []
for step in range(6000):
    k = (rnd(40), str(rnd(40)), (rnd(5), rnd(5)), float(rnd(40)) + 0.5)[rnd(4)]
    op = rnd(6)
    if op < 3:
        d[k] = step
        if k in keys: values[keys.index(k)] = step
        else:
            keys.append(k)
            values.append(step)
    elif op == 3 and k in keys:
        i = keys.index(k)
        del keys[i], d[k]
        del values[i]
    elif op == 4: assert d.get(k, -1) == (values[keys.index(k)] if k in keys else -1)
    elif op == 5 and keys and rnd(3) == 0:
        assert d.popitem() == (keys.pop(), values.pop())
    if step % 97 == 0: assert list(d.items()) == list(zip(keys, values))
print(len(d), list(d) == keys, list(d.values()) == values)  # expect: 95 True True
