"""The Mandelbrot set with plain floats: nested loops, float comparisons, an early exit."""

SIZE = 620
ITERATIONS = 100


def main():
    inside = 0
    for row in range(SIZE):
        imaginary = 2.0 * row / SIZE - 1.0
        for column in range(SIZE):
            real = 3.0 * column / SIZE - 2.0
            x = y = 0.0
            for _ in range(ITERATIONS):
                x2, y2 = x * x, y * y
                if x2 + y2 > 4.0:
                    break
                y = 2.0 * x * y + imaginary
                x = x2 - y2 + real
            else:
                inside += 1
    return inside


result = main()
if result != 99270:
    raise SystemExit("wrong answer")
print("mandelbrot", result)
