"""Building and walking binary trees of small instances that die in waves."""

DEPTH = 13
ROUNDS = 270


class Node:
    def __init__(self, left, right):
        self.left = left
        self.right = right


def build(depth):
    if depth == 0:
        return Node(None, None)
    return Node(build(depth - 1), build(depth - 1))


def count(node):
    if node.left is None:
        return 1
    return 1 + count(node.left) + count(node.right)


def main():
    lasting = build(DEPTH)
    total = 0
    for _ in range(ROUNDS):
        total += count(build(DEPTH))
    return total + count(lasting)


result = main()
if result != (2 ** (DEPTH + 1) - 1) * (ROUNDS + 1):
    raise SystemExit("wrong answer")
print("binary_trees", result)
