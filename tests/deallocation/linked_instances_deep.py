class Node:
    def __init__(self, next): self.next = next
head = None
for _ in range(300000):
    head = Node(head)
del head
print("freed")  # expect: freed
d = None
for _ in range(200000):
    d = {"next": d}
d = 5
print("dicts freed")  # expect: dicts freed
