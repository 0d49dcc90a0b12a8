import gc
class Node:
    def __init__(self, n): self.n, self.next = n, None
head = Node(0)
node = head
for i in range(1, 1000):
    node.next = Node(i)
    node = node.next
node.next = head
for _ in range(3): gc.collect()
total, node = 0, head
for _ in range(1000):
    total += node.n
    node = node.next
print(total)  # expect: 499500
