def f(x): return len(x)
out = []
for i in range(1000):
    if i == 500: len = lambda x: "shadow"
    if i == 700: del len
    out.append(f("abc"))
print(out[0], out[499], out[500], out[699], out[700], out[999])  # expect: 3 3 shadow shadow 3 3
import builtins
def g(): return abs(-5)
for _ in range(300): g()
real = builtins.abs
builtins.abs = lambda x: "patched"
print(g())  # expect: patched
builtins.abs = real
print(g())  # expect: 5
