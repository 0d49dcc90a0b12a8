print(hash("abc") == hash("ab" + "c"), {"key": 1}["k" + "ey"], "".join(["a", "b"]) in {"ab"}, "a" * 3 == "aaa")
# expect: True 1 True True
names = {}
for i in range(50):
    names["n" + str(i)] = i
print(names["n49"], names["n" + "7"], len(names))  # expect: 49 7 50
