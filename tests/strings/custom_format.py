class Money:
    def __init__(self, amount):
        self.amount = amount
    def __format__(self, spec):
        return f"<{spec or 'none'}:{self.amount}>"
m = Money(5)
print(f"{m} {m:abc} {m:>{10}}", format(m), format(m, "x"), "{:q}".format(m))
# expect: <none:5> <abc:5> <>10:5> <none:5> <x:5> <q:5>
class Bad:
    def __format__(self, spec):
        return 5
try:
    format(Bad())
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: __format__ must return a str, not int
