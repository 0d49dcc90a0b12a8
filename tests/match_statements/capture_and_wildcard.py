match 5:
    case x: print(x)  # expect: 5
match (1, 2):
    case (a, _): print(a)  # expect: 1
match 7:
    case 1: print("one")
    case other if other > 10: print("big")
    case other: print("rest", other)  # expect: rest 7
print(x, a, other)  # expect: 5 1 7
