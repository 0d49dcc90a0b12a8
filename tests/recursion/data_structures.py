def flatten(x): return [y for item in x for y in (flatten(item) if isinstance(item, list) else [item])]
def subsets(s): return [[]] if not s else [r for t in subsets(s[1:]) for r in (t, [s[0]] + t)]
def perms(s): return [s] if len(s) < 2 else [s[i] + p for i in range(len(s)) for p in perms(s[:i] + s[i + 1:])]
def collatz(n): return [n] if n == 1 else [n] + collatz(n // 2 if n % 2 == 0 else 3 * n + 1)
print(flatten([1, [2, [3, [4, []]], 5]]), len(subsets([1, 2, 3, 4])), perms("abc"), len(collatz(27)))
# expect: [1, 2, 3, 4, 5] 16 ['abc', 'acb', 'bac', 'bca', 'cab', 'cba'] 112
