d = {1: "int"}
d[1.0] = "float"
d[True] = "bool"
print(d, d[1 + 0j], 1.0 in d, {0: "z", False: "f", 0.0: "d", -0.0: "n"}, {2 ** 70: "big"}[float(2 ** 70)])
# expect: {1: 'bool'} bool True {0: 'n'} big
d = {"1": "s", 1: "i", b"1": "b", (1,): "t", None: "none"}
print(len(d), d["1"], d[1], d[b"1"], d[None])  # expect: 5 s i b none
