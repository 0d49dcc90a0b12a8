# What one extend() brings stays together, whatever it comes from.
from _hammer import each

items = []
sources = [
    lambda n: [n] * 5,
    lambda n: (n,) * 5,
    lambda n: {n * 10 + k: 0 for k in range(5)}.keys(),
    lambda n: {n * 10 + k for k in range(5)},
    lambda n: range(n * 10, n * 10 + 5),
    lambda n: dict.fromkeys(range(n * 10, n * 10 + 5)).items(),
]


def work(number):
    for i in range(1500):
        source = sources[i % len(sources)](number * 1500 + i)
        if i % 2:
            items.extend(source)
        else:
            items.__iadd__(source)


each(4, work)
print(len(items))  # expect: 30000
for i in range(0, 30000, 5):
    run = items[i:i + 5]
    if isinstance(run[0], tuple):
        run = [key for key, _ in run]
    low = min(run)
    assert sorted(run) in ([low] * 5, list(range(low, low + 5))), run
