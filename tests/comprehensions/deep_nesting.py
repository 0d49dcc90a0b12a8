print([[[[a + b + c + d for a in (1, 2)] for b in (10,)] for c in (100,)] for d in (1000, 2000)])
# expect: [[[[1111, 1112]]], [[[2111, 2112]]]]
print(sum(1 for a in range(5) for b in range(a) for c in range(b) if a + b + c > 3))  # expect: 9
