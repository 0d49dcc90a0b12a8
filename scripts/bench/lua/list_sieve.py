"""The sieve of Eratosthenes over a list."""

LIMIT = 6_000_000


def main():
    prime = []
    for _ in range(LIMIT + 1):
        prime.append(True)
    count = 0
    for n in range(2, LIMIT + 1):
        if prime[n]:
            count += 1
            multiple = n * n
            while multiple <= LIMIT:
                prime[multiple] = False
                multiple += n
    return count


print("list_sieve", main())
