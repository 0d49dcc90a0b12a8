import gc
class A:
    def __init__(self, action): self.action = action
    def __del__(self): self.action()
x = [1, 2, 3]
x.append(A(lambda: x.clear()))
x.pop()
print(x)  # expect: []
d = {}
d["a"] = A(lambda: d.update({i: i for i in range(50)}))
d["a"] = 5
print(len(d))  # expect: 51
y = [A(lambda: y.append(1)) for _ in range(3)]
y[0:2] = []
print(len(y))  # expect: 3
holder = []
a = A(lambda: holder.append(gc.collect()))
a.me = a
del a
gc.collect()
print(len(holder))  # expect: 1
def f():
    t = A(lambda: globals().pop("zap", None))
    return 5
zap = 1
f()
print("zap" in globals())  # expect: False
x = A(lambda: exec("x = 7", globals()))
x = 3
print(x)  # expect: 7
