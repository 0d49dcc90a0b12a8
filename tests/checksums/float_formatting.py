import math
state = 7
total = 0
for i in range(3000):
    state = (state * 6364136223846793005 + 1442695040888963407) % 2 ** 64
    x = math.ldexp(state >> 11, i % 140 - 100) * (-1 if i % 2 else 1)
    for text in (f"{x:.3f}", f"{x:e}", f"{x:.10g}", f"{x:g}", f"{x:,.2f}", f"{x:>20.4e}", f"{x:+.0f}",
            "%.5f" % x, "%g" % x, "%10.3e" % x, f"{x:.17g}", f"{x:%}"):
        for ch in text: total = (total * 33 + ord(ch)) % (2 ** 61 - 1)
print(total)  # expect: 1188601133794984703
