total = 0
for start in (-7, 0, 3):
    for stop in (-9, 0, 4, 11):
        for step in (-3, -1, 1, 2, 5):
            r = range(start, stop, step)
            x = list(r)
            assert len(r) == len(x)
            assert list(reversed(r)) == x[::-1]
            assert list(r[1:]) == x[1:]
            assert list(r[::-2]) == x[::-2]
            assert all((v in r) == (v in x) for v in range(-12, 13))
            total += sum(r) + len(r)
print(total)  # expect: 198
