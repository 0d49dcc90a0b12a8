"""A binary search tree with insertion, lookup and in-order traversal."""

SIZE = 400_000
RANGE = 1_000_000


class Node:
    __slots__ = ("key", "left", "right")

    def __init__(self, key):
        self.key = key
        self.left = None
        self.right = None


class Tree:
    def __init__(self):
        self.root = None
        self.size = 0

    def insert(self, key):
        if self.root is None:
            self.root = Node(key)
            self.size += 1
            return
        node = self.root
        while True:
            if key == node.key:
                return
            if key < node.key:
                if node.left is None:
                    node.left = Node(key)
                    break
                node = node.left
            else:
                if node.right is None:
                    node.right = Node(key)
                    break
                node = node.right
        self.size += 1

    def __contains__(self, key):
        node = self.root
        while node is not None:
            if key == node.key:
                return True
            node = node.left if key < node.key else node.right
        return False

    def __iter__(self):
        waiting, node = [], self.root
        while waiting or node is not None:
            while node is not None:
                waiting.append(node)
                node = node.left
            node = waiting.pop()
            yield node.key
            node = node.right


def main():
    tree = Tree()
    key = 12345
    for _ in range(SIZE):
        key = (key * 1103515245 + 12345) % 2147483648
        tree.insert(key % RANGE)
    found = sum(1 for number in range(0, RANGE, 3) if number in tree)
    keys = list(tree)
    return tree.size, found, keys == sorted(set(keys)), len(keys) == tree.size


result = main()
if result != (329721, 110074, True, True):
    raise SystemExit("wrong answer")
print("search_tree", *result)
