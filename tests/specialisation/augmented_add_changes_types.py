def run(start, step, n):
    x = start
    for _ in range(n): x += step
    return x
print(run(0, 1, 500), run(0.5, 0.25, 100), run("", "ab", 3), run([], [1], 3), run((), (1,), 3))
# expect: 500 25.5 ababab [1, 1, 1] (1, 1, 1)
print(run(2 ** 62, 2 ** 62, 10), run(0, 0.1, 3), run(True, True, 3))
# expect: 50728546202701266944 0.30000000000000004 4
x = 0
for i, step in enumerate((1, 2.5, 1j, 2)): x += step
print(x)  # expect: (5.5+1j)
x = "s"
try:
    exec("x += 1")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: can only concatenate str (not "int") to str
