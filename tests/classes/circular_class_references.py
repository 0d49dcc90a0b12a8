class Node:
    def __init__(self, name): self.name, self.links = name, []
a, b = Node("a"), Node("b")
a.links.append(b)
b.links.append(a)
print(a.links[0].links[0].name)  # expect: a
class Tree:
    children: "list[Tree]" = ()
Tree.default = Tree()
print(type(Tree.default.default) is Tree)  # expect: True
