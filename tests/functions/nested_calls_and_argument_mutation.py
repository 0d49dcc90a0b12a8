def add(x, target): target.append(x); return target
def rebind(x): x = [9]; return x
items = []
print(add(3, add(2, add(1, items))), items, rebind(items), items)  # expect: [1, 2, 3] [1, 2, 3] [9] [1, 2, 3]
