"""The sieve of Eratosthenes over a list of booleans."""

LIMIT = 18_000_000


def main():
    prime = [True] * (LIMIT + 1)
    prime[0] = prime[1] = False
    n = 2
    while n * n <= LIMIT:
        if prime[n]:
            for multiple in range(n * n, LIMIT + 1, n):
                prime[multiple] = False
        n += 1
    count = 0
    for is_prime in prime:
        if is_prime:
            count += 1
    return count


result = main()
if result != 1151367:
    raise SystemExit("wrong answer")
print("sieve", result)
