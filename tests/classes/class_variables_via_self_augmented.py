class A:
    count = 0
    items = []
a, b = A(), A()
a.count += 1
a.items += [1]
print(a.count, b.count, A.count, b.items, "items" in a.__dict__)  # expect: 1 0 0 [1] True
