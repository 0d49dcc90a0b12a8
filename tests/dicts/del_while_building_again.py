d = {}
for round_number in range(100):
    for i in range(20):
        d[i] = round_number
    for i in range(20):
        del d[i]
print(d, len(d))  # expect: {} 0
d["x"] = 1
print(d)  # expect: {'x': 1}
