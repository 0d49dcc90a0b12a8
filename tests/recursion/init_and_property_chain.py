class Node:
    def __init__(self, depth):
        self.child = Node(depth - 1) if depth else None
    @property
    def height(self): return 1 + (self.child.height if self.child else 0)
print(Node(200).height)  # expect: 201
try:
    Node(10 ** 6)
except RecursionError as error:
    print("RecursionError")  # expect: RecursionError
