class M:
    def __getitem__(self, key): return ("get", key)
    def __setitem__(self, key, value): print("set", key, value)
    def __delitem__(self, key): print("del", key)
    def __len__(self): return 3
m = M()
print(m["a"], m[1, 2], m[-1], m[1:2])  # expect: ('get', 'a') ('get', (1, 2)) ('get', -1) ('get', slice(1, 2, None))
m["k"] = 5  # expect: set k 5
m[0] += (1,)  # expect: set 0 ('get', 0, 1)
del m["gone"]  # expect: del gone
class NoItems: pass
try:
    NoItems()[0]
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'NoItems' object is not subscriptable
try:
    NoItems()[0] = 1
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: 'NoItems' object does not support item assignment
try:
    del NoItems()[0]
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'NoItems' object doesn't support item deletion
try:
    (lambda x: x[0])(5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'int' object is not subscriptable
