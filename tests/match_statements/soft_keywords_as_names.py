match = [10, 20]
print(match[0], match [1])  # expect: 10 20
case = {"x": 1}
print(case["x"])  # expect: 1
def match(case): return case * 2
print(match(4))  # expect: 8
match (3)
class case: match = 5
print(case.match)  # expect: 5
