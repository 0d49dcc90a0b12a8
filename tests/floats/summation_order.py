total = 0.0
for _ in range(10):
    total += 0.1
print(total, sum([0.1] * 10), sum([0.1] * 3), total == 1.0)
# expect: 0.9999999999999999 0.9999999999999999 0.30000000000000004 False
print(sum([1e16, 1.0, -1e16]), sum([1, 2.5, 3]), sum([], 0.5))  # expect: 0.0 6.5 0.5
