for thing in ([1], (2,), "3", {4: 5}, {6}, b"7", range(8, 9), iter([10]), {11: 12}.items(), {13: 14}.values(),
        enumerate([15]), zip([16], [17]), reversed([18]), map(str, [19]), filter(None, [0, 20]), (21 for _ in [0])):
    for x in thing: print(x, end=",")
print()  # expect: 1,2,3,4,6,55,8,10,(11, 12),14,(0, 15),(16, 17),18,19,20,21,
