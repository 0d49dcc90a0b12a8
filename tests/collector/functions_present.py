import gc
print(gc.isenabled(), len(gc.get_threshold()), len(gc.get_count()), isinstance(gc.collect(), int))
# expect: True 3 3 True
print(gc.is_tracked([]), gc.is_tracked(5))  # expect: True False
gc.set_threshold(500, 5, 5)
print(gc.get_threshold())  # expect: (500, 5, 5)
gc.disable()
print(gc.isenabled())  # expect: False
gc.enable()
x = []
y = [x]
print(any(r is y for r in gc.get_referrers(x)), any(r is x for r in gc.get_referents(y)))  # expect: True True
