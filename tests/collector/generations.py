# A young collection leaves what survived an older one alone.
import gc


class Node:
    pass


gc.disable()
old = Node()
old.me = old
gc.collect()
del old
print(gc.collect(0), gc.collect(1), gc.collect(2) > 0)  # expect: 0 0 True

gc.collect()
print(gc.get_count()[1:])  # expect: (0, 0)
gc.collect(0)
gc.collect(0)
print(gc.get_count()[1:])  # expect: (2, 0)
gc.collect(1)
print(gc.get_count()[1:])  # expect: (0, 1)
gc.collect()
print(gc.get_count()[1:])  # expect: (0, 0)

held = []
print(any(each is held for each in gc.get_objects(0)))  # expect: True
gc.collect(0)
print(any(each is held for each in gc.get_objects(generation=1)))  # expect: True
gc.collect()
print(any(each is held for each in gc.get_objects(2)), any(each is held for each in gc.get_objects(1)))  # expect: True False
for wrong in (3, -2):
    try:
        gc.get_objects(wrong)
    except ValueError as error:
        print(error)
# expect: generation parameter must be less than the number of available generations (3)
# expect: generation parameter cannot be negative
try:
    gc.collect(3)
except ValueError as error:
    print(error)  # expect: invalid generation
