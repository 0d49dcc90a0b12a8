import gc


class Node:
    pass


for value in (0, "a", None, 1.5, b"", range(3), {}, {"a": 1}, (), object()):
    if gc.is_tracked(value):
        print("tracked", value)
for value in ([], {"a": []}, {1: {}}, set(), Node(), Node, len, gc, lambda: 0, iter([]), Exception()):
    if not gc.is_tracked(value):
        print("not tracked", value)
pair = tuple([1, "x"])
print(gc.is_tracked(pair))  # expect: True
gc.collect()
print(gc.is_tracked(pair))  # expect: False
loop = {}
loop["me"] = loop
print(gc.is_tracked(loop))  # expect: True
