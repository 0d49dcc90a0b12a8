print({k: v for k, v in zip("abc", range(3))}, {n: n * n for n in range(5) if n % 2})
# expect: {'a': 0, 'b': 1, 'c': 2} {1: 1, 3: 9}
print({v: k for k, v in {"a": 1}.items()}, {len(w): w for w in ("a", "bb", "c")})
# expect: {1: 'a'} {1: 'c', 2: 'bb'}
