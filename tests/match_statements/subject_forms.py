match 1, 2:
    case 1, x: print(x)  # expect: 2
match *[1, 2], 3:
    case [*all]: print(all)  # expect: [1, 2, 3]
match (y := 5):
    case 5: print(y)  # expect: 5
match = 3
case = 4
_ = 5
print(match, case, _, match * case)  # expect: 3 4 5 12
def type(x): return x
print(type(match))  # expect: 3
