g = globals()
g[5] = "int key"
g["with space"] = 1
print(g[5], "with space" in g)  # expect: int key True
del g[5]
def f(): return missing
g["missing"] = "now here"
print(f())  # expect: now here
class D(dict):
    def __getitem__(self, k): return "from getitem"
    def __missing__(self, k): return "from missing"
print(eval("anything", {}, D()))  # expect: from getitem
exec("def h(): return zzz", d := D())
try: print(d["h"] and dict.__getitem__(d, "h")())  # expect: from getitem
except NameError as error: print(error)
try:
    exec("x = 1", 5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: exec() globals must be a dict, not int
try:
    eval("1", {}, 5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: locals must be a mapping
try:
    exec("x", {"__builtins__": 5})
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'int' object is not subscriptable
