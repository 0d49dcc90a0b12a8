d = {}
class A:
    def __del__(self): d["late"] = "added"
d["a"] = A()
d["a"] = 1
print(d)  # expect: {'a': 1, 'late': 'added'}
d["b"] = A()
d.pop("b")
d["c"] = A()
d.clear()
print(d)  # expect: {'late': 'added'}
