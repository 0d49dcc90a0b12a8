"""A singly linked list: prepending, walking, reversing, removing."""

SIZE = 9000
ROUNDS = 430


class Node:
    def __init__(self, value, next):
        self.value = value
        self.next = next


class LinkedList:
    def __init__(self):
        self.head = None
        self.length = 0

    def prepend(self, value):
        self.head = Node(value, self.head)
        self.length += 1

    def reverse(self):
        previous, node = None, self.head
        while node:
            node.next, previous, node = previous, node, node.next
        self.head = previous

    def remove_multiples(self, divisor):
        while self.head and self.head.value % divisor == 0:
            self.head = self.head.next
            self.length -= 1
        node = self.head
        while node and node.next:
            if node.next.value % divisor == 0:
                node.next = node.next.next
                self.length -= 1
            else:
                node = node.next

    def total(self):
        total, node = 0, self.head
        while node:
            total += node.value
            node = node.next
        return total


def main():
    checksum = 0
    for round_number in range(ROUNDS):
        numbers = LinkedList()
        for i in range(SIZE):
            numbers.prepend(i)
        numbers.reverse()
        numbers.remove_multiples(3)
        checksum += numbers.total() + numbers.length + numbers.head.value
    return checksum


result = main()
if result != ROUNDS * (sum(i for i in range(SIZE) if i % 3) + SIZE * 2 // 3 + 1):
    raise SystemExit("wrong answer")
print("linked_list", result)
