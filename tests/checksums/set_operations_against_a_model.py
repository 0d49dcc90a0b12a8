state = 8
def rnd(n):
    global state
    state = (state * 1103515245 + 12345) % 2 ** 31
    return (state >> 8) % n
total = 0
for _ in range(400):
    a = {rnd(60) for _ in range(rnd(50))}
    b = {rnd(60) for _ in range(rnd(50))}
    la, lb = sorted(a), sorted(b)
    assert sorted(a | b) == sorted(la + [v for v in lb if v not in la])
    assert sorted(a & b) == [v for v in la if v in lb] and sorted(a - b) == [v for v in la if v not in lb]
    assert sorted(a ^ b) == sorted([v for v in la if v not in lb] + [v for v in lb if v not in la])
    assert (a <= b) == all(v in lb for v in la)
    assert (a < b) == (a <= b and len(a) < len(b))
    assert a.isdisjoint(b) == (not a & b)
    total = (total * 31 + sum(a ^ b) + len(a & b)) % 1000003
print(total)  # expect: 646662
