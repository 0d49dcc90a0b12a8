d = {"a": 1}
keys, values, items = d.keys(), d.values(), d.items()
d["b"] = 2
print(keys, values, items, len(keys), "b" in keys, 2 in values, ("a", 1) in items, ("a", 2) in items)
# expect: dict_keys(['a', 'b']) dict_values([1, 2]) dict_items([('a', 1), ('b', 2)]) 2 True True True False
del d["a"]
print(list(keys), list(values), list(items), keys == {"b"}, list(reversed(keys)), list(reversed(items)))
# expect: ['b'] [2] [('b', 2)] True ['b'] [('b', 2)]
print(type(keys).__name__, type(values).__name__, type(items).__name__)  # expect: dict_keys dict_values dict_items
