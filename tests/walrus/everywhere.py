if (n := len("abc")) > 2: print(n)  # expect: 3
while (n := n - 1) > 0: print("loop", n)
# expect: loop 2
# expect: loop 1
print([y := 1, y ** 2], (z := 5) + z, f"{(w := 3)} {w}")  # expect: [1, 1] 10 3 3
print((lambda: (q := 5) + q)(), {k: (v := k * 2) for k in range(2)}, v)  # expect: 10 {0: 0, 1: 2} 2
def f(x, y=(m := 7)): return x + y
print(f(a := 1), a, m)  # expect: 8 1 7
data = [1, 2, 3]
print(any((found := d) > 1 for d in data), found)  # expect: True 2
x = (p := 1, 2)
print(x, p)  # expect: (1, 2) 1
