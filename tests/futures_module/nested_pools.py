from concurrent.futures import ThreadPoolExecutor

def leaf(n):
    return n * n

def branch(n):
    with ThreadPoolExecutor(2) as inner:
        return sum(inner.map(leaf, range(n)))

with ThreadPoolExecutor(3) as outer:
    print(list(outer.map(branch, range(8))))         # expect: [0, 0, 1, 5, 14, 30, 55, 91]
    print(outer.submit(lambda: outer.submit(leaf, 9).result()).result())   # expect: 81
