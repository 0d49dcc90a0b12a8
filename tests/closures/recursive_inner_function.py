def outer(n):
    def walk(k): return [k] + walk(k - 1) if k else []
    return walk(n)
print(outer(4))  # expect: [4, 3, 2, 1]
