# One generator of random numbers, one hash and one compressor, shared: each draw is given once, no piece is lost.
import hashlib
import random
import zlib
from _hammer import each

shared, alone = random.Random(7), random.Random(7)
drawn = [[] for _ in range(4)]
digest, compressor = hashlib.sha256(), zlib.compressobj()
pieces = [[] for _ in range(4)]


def work(number):
    for i in range(5000):
        drawn[number].append(shared.getrandbits(32))
        if i % 50 == 0:
            digest.update(b"piece")
            digest.hexdigest()
            compressor.compress(b"x" * 1000)


each(4, work)
print(sorted(sum(drawn, [])) == sorted(alone.getrandbits(32) for _ in range(20000)))  # expect: True
print(digest.hexdigest() == hashlib.sha256(b"piece" * 400).hexdigest())  # expect: True
