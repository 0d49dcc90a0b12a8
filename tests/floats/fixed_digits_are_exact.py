# A float with a fixed number of digits is its exact binary value rounded half to even, for all sizes and precisions.
def slow(number, precision):
    numerator, denominator = abs(number).as_integer_ratio()
    scaled, rest = divmod(numerator * 10 ** precision, denominator)
    if 2 * rest > denominator or (2 * rest == denominator and scaled % 2):
        scaled += 1
    digits = str(scaled).rjust(precision + 1, '0')
    text = digits[:len(digits) - precision] + ('.' + digits[len(digits) - precision:] if precision else '')
    return ('-' if number < 0 or str(number)[0] == '-' else '') + text


state = 12345
wrong = 0
numbers = [0.0, -0.0, 0.5, 1.5, 2.5, 0.125, 0.375, 1e-5, 5e-324, 1e9, 999999999.9999, 0.005, 1.005, 2.675, 1e22, 1e300]
for _ in range(3000):
    state = state * 6364136223846793005 + 1442695040888963407 & (1 << 64) - 1
    numbers.append((state >> 11) / 2 ** (state % 90))
    numbers.append((state >> 40) / 8)
for number in numbers:
    for precision in (0, 1, 2, 3, 5, 6, 8, 9, 12):
        if f'{number:.{precision}f}' != slow(number, precision) or '%.*f' % (precision, -number) != slow(-number, precision):
            wrong += 1
print(len(numbers), wrong)  # expect: 6016 0
