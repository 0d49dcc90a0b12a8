s = set(range(0, 100000, 3))
t = set(range(0, 100000, 5))
print(len(s & t), len(s | t), len(s - t), len(s ^ t), 99999 in s, 99998 in s)
# expect: 6667 46667 26667 40000 True False
for i in range(0, 100000, 3):
    s.discard(i)
print(len(s))  # expect: 0
