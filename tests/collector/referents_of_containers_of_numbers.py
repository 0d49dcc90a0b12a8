import gc

print(sorted(gc.get_referents([1, 2.5], (3,), {4: 5})))

# expect: [1, 2.5, 3, 4, 5]
