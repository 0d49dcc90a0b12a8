d = {"a": 1, "b": 2}
d["c"] = 3
d["a"] = 10
print(d, len(d), d["b"], "a" in d, "z" in d, d.get("z"), d.get("z", 5), list(d), list(d.values()), list(d.items()))
# expect: {'a': 10, 'b': 2, 'c': 3} 3 2 True False None 5 ['a', 'b', 'c'] [10, 2, 3] [('a', 10), ('b', 2), ('c', 3)]
del d["b"]
print(d, d.pop("a"), d.pop("zz", None), d.setdefault("n", []), d.setdefault("n", 5), d, d.popitem(), d)
# expect: {'c': 3} 10 None [] [] {'c': 3} ('n', []) {'c': 3}
d.update({"x": 1}, y=2)
d.update([("z", 3)])
print(d, d.copy() == d, d.copy() is d)  # expect: {'c': 3, 'x': 1, 'y': 2, 'z': 3} True False
d.clear()
print(d, bool(d))  # expect: {} False
