def t(x):
    print(x, end=",")
    return x
print(t(1) < t(2) == t(2) > t(9) < t(10))  # expect: 1,2,2,9,False
print(t(0) or t("") or t("x") and t("y") or t("never"))  # expect: 0,,x,y,y
print(t(1) if t(0) else t(2) if t(3) else t(4))  # expect: 0,3,2,2
print([t(a) for a in t([1, 2]) if t(a > 1)])  # expect: [1, 2],False,True,2,[2]
print(t(5) in t([5]), not t(0))  # expect: 5,[5],0,True True
