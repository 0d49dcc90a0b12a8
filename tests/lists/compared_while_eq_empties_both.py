class ClearsRight:
    def __eq__(self, other):
        right.clear()
        return NotImplemented

class ClearsLeft:
    def __eq__(self, other):
        left.clear()
        return NotImplemented

left, right = [ClearsRight()], [ClearsLeft()]
print(left == right, left, right)

# expect: True [] []
