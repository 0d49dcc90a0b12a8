"""Recursion with several arguments: Ackermann, Hanoi, mutual recursion, deep stacks."""

ROUNDS = 10


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def hanoi(count, source, target, spare, moves):
    if count == 0:
        return moves
    moves = hanoi(count - 1, source, spare, target, moves)
    return hanoi(count - 1, spare, target, source, moves + 1)


def is_even(n):
    return True if n == 0 else is_odd(n - 1)


def is_odd(n):
    return False if n == 0 else is_even(n - 1)


def main():
    results = []
    for _ in range(ROUNDS):
        results.append(ackermann(2, 330))
        results.append(hanoi(17, "a", "b", "c", 0))
        results.append(sum(is_even(n % 700) for n in range(1400)))
    return results


result = main()
if result != [663, 2 ** 17 - 1, 700] * ROUNDS:
    raise SystemExit("wrong answer")
print("recursion", sum(result))
