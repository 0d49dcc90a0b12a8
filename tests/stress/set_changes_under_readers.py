# Elements that are there are found while others come and go, the table grows, shrinks and is cleared.
from _hammer import beside

elements = set(range(0, 100)) | {f"name {i}" for i in range(100)}
small = set()
frozen = frozenset(range(50))


def write(seed):
    for i in range(150):
        for k in range(100):
            elements.add((seed, k))
            elements.add(1000 + seed * 100 + k)
            small.add(f"{seed} {k % 5}")
        for k in range(100):
            elements.discard((seed, k))
            elements.remove(1000 + seed * 100 + k)
            small.discard(f"{seed} {k % 5}")
        small.clear()


def read():
    for i in range(0, 100, 3):
        assert i in elements and f"name {i}" in elements and i + 0.5 not in elements
        assert (i in frozen) == (i < 50)
    try:
        for element in elements:
            assert isinstance(element, (int, str, tuple))
        for element in small:
            assert " " in element
    except RuntimeError as error:
        assert str(error) == "Set changed size during iteration"
    assert elements >= frozen
    assert len(elements | frozen) >= 200


beside([lambda: write(0), lambda: write(1)], [read, read])
print(len(elements), small)  # expect: 200 set()
