calls = 0
class Item:
    def __init__(self, value):
        self.value = value
    def __lt__(self, other):
        global calls
        calls += 1
        return self.value < other.value
    def __repr__(self):
        return f"I{self.value}"
print(sorted([Item(3), Item(1), Item(2)]), calls > 0, max(Item(1), Item(5), key=lambda i: i.value))
# expect: [I1, I2, I3] True I5
print(min([Item(4), Item(2)]))  # expect: I2
class Bad:
    def __lt__(self, other):
        raise ValueError("no order")
try:
    sorted([Bad(), Bad()])
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: no order
