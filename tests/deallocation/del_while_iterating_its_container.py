class A:
    def __init__(self, items): self.items = items
    def __del__(self): self.items.append("from del")
items = []
items.append(A(items))
for i, x in enumerate(items):
    if i == 0: items[0] = None
    del x
    if i > 3: break
print(items)  # expect: [None, 'from del']
