class Default(dict):
    def __missing__(self, key):
        self[key] = key * 2
        return self[key]
d = Default(a=1)
print(d["a"], d["zz"], d.get("q"), "q" in d, d, d[5])  # expect: 1 zzzz None False {'a': 1, 'zz': 'zzzz', 5: 10} 10
