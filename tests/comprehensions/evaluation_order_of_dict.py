def t(x):
    print(x, end=",")
    return x
d = {t(i): t(-i) for i in (1, 2)}
print(d)  # expect: 1,-1,2,-2,{1: -1, 2: -2}
