out = []
for r in (range(3), range(2 ** 60 - 1, 2 ** 60 + 2), range(-2, 1), range(2 ** 64, 2 ** 64 + 1)):
    for i in r:
        out.append(i + 1)
        i = str(i)
print(out)
# expect: [1, 2, 3, 1152921504606846976, 1152921504606846977, 1152921504606846978, -1, 0, 1, 18446744073709551617]
def f(n):
    last = None
    for i in range(n): last = i
    return last
print(f(0), f(5), f(1), f(100))  # expect: None 4 0 99
