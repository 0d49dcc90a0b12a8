import builtins

builtins.times_imported = getattr(builtins, "times_imported", 0) + 1
for _ in range(20000):
    pass
ready = True
