"""copy and deepcopy: nested lists and dicts, instances, what is reached twice."""
import copy

ROUNDS = 4500


class Node:
    def __init__(self, name, children):
        self.name = name
        self.children = children
        self.position = (1, 2)


def tree(depth):
    return Node(f"node{depth}", [tree(depth - 1) for _ in range(2)] if depth else [])


def count(node):
    return 1 + sum([count(child) for child in node.children])


def main():
    shared = [1, 2, 3]
    table = {"rows": [[number, str(number), {"half": number / 2}] for number in range(12)], "a": shared, "b": shared}
    root = tree(3)
    total = 0
    for round_number in range(ROUNDS):
        again = copy.deepcopy(table)
        if again != table or again["a"] is shared or again["a"] is not again["b"]:
            raise SystemExit("wrong answer")
        again["a"].append(4)
        other = copy.deepcopy(root)
        flat = copy.copy(root)
        if other is root or other.children is root.children or flat.children is not root.children:
            raise SystemExit("wrong answer")
        total += count(other) + len(again["b"]) + len(copy.copy(table["rows"]))
    return total


total = main()
if total != 139500:
    raise SystemExit(f"wrong answer {total}")
print("deep_copies", total)
