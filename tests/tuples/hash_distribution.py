seen = {hash((a, b)) for a in range(30) for b in range(30)}
print(len(seen) > 890)  # expect: True
table = {(x, y): x * y for x in range(20) for y in range(20)}
print(len(table), table[19, 19], table[(3, 7)], (20, 0) in table)  # expect: 400 361 21 False
