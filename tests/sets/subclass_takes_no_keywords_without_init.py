class WithNew(set):
    def __new__(cls, items, extra=None):
        return super().__new__(cls, items)

class WithInit(set):
    def __init__(self, items, extra=None):
        super().__init__(items)

print(WithInit([1], extra=2), WithNew([1]))
try:
    WithNew([1], extra=2)
except TypeError as error:
    print(error)

# expect: WithInit({1}) WithNew({1})
# expect: set() takes no keyword arguments
