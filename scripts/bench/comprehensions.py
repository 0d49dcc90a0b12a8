"""List, set and dict comprehensions, conditions and nesting."""

ROUNDS = 2500


def main():
    total = 0
    for round_number in range(ROUNDS):
        squares = [n * n for n in range(4000)]
        odd = [n for n in squares if n % 2]
        table = {n: n % 97 for n in odd}
        remainders = {value for value in table.values()}
        grid = [[row * column for column in range(40)] for row in range(40)]
        flat = [cell for row in grid for cell in row if cell > 500]
        total += len(odd) + len(remainders) + sum(flat) + sum(n % 3 for n in squares)
    return total


result = main()
if result != 1020940000:
    raise SystemExit("wrong answer")
print("comprehensions", result)
