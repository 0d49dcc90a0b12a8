# Random programs of which threads at once must make what threads one after the other make. With arguments: the first
# seed, and how many; then each outcome is shown as a number, to be compared with other engines'.
import sys
import zlib

from _random_programs import check

sys.setswitchinterval(0.0001)
asked = [int(word) for word in sys.argv[1:]]
first, count = asked or [1, 25]
outcomes = {seed: check(seed) for seed in range(first, first + count)}
if asked:
    for seed, outcome in outcomes.items():
        print(seed, outcome and zlib.crc32(outcome.encode()))
else:
    print("wrong" if None in outcomes.values() else "ok")  # expect: ok
