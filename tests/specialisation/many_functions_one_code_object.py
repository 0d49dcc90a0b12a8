def maker(n):
    def f(x): return x + n
    return f
fs = [maker(i) for i in range(50)]
total = 0
for r in range(100):
    for f in fs: total += f(r)
print(total)  # expect: 370000
fs = [maker(s) for s in ("a", "b")]
print([f("x") for f in fs])  # expect: ['xa', 'xb']
try:
    fs[0](1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
