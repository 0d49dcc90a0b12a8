import random
for seed in ("text", 1.5, b"bytes", 2 ** 100, -5, 12345):
    random.seed(seed)
    print(random.random())
# expect: 0.8711565613554825
# expect: 0.551763726942059
# expect: 0.37075677971469856
# expect: 0.7586581712996778
# expect: 0.6229016948897019
# expect: 0.41661987254534116
try:
    random.choice([])
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: IndexError: Cannot choose from an empty sequence
try:
    random.randrange(0)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: empty range for randrange()
try:
    random.randint(5, 1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: empty range for randrange() (5, 2, -3)
try:
    random.sample([1], 2)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: Sample larger than population or is negative
