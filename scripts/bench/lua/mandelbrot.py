"""The Mandelbrot set with floats."""

SIZE = 500
ITERATIONS = 100


def main():
    inside = 0
    for row in range(SIZE):
        imaginary = 2.0 * row / SIZE - 1.0
        for column in range(SIZE):
            real = 3.0 * column / SIZE - 2.0
            x = y = 0.0
            count = 0
            while count < ITERATIONS:
                x2 = x * x
                y2 = y * y
                if x2 + y2 > 4.0:
                    break
                y = 2.0 * x * y + imaginary
                x = x2 - y2 + real
                count += 1
            if count == ITERATIONS:
                inside += 1
    return inside


print("mandelbrot", main())
