def t(x):
    print(x, end=",")
    return x
print("=", t(1) + t(2) * t(3) - t(4))  # expect: 1,2,3,4,= 3
print("=", t([5])[t(0)])  # expect: [5],0,= 5
print("=", {t("k"): t("v")}, [t(1), t(2)], (t(3), t(4)))  # expect: k,v,1,2,3,4,= {'k': 'v'} [1, 2] (3, 4)
t({})[t("key")] = t("value")
print()  # expect: value,{},key,
x = [0, 0]
x[t(0)], x[t(1)] = t(5), t(6)
print(x)  # expect: 5,6,0,1,[5, 6]
print((lambda a, *b, c: (a, b, c))(t(1), *[t(2)], c=t(3)))  # expect: 1,2,3,(1, (2,), 3)
