class InsufficientFunds(Exception):
    def __init__(self, needed, available):
        super().__init__(f"need {needed}, have {available}")
        self.needed, self.available = needed, available
class Account:
    _next = 1
    def __init__(self, owner, balance=0):
        self.owner, self._balance, self.history = owner, balance, []
        self.number = Account._next
        Account._next += 1
    @property
    def balance(self): return self._balance
    def withdraw(self, amount):
        if amount > self._balance: raise InsufficientFunds(amount, self._balance)
        self._balance -= amount
        self.history.append(("withdraw", amount))
    def deposit(self, amount):
        if amount <= 0: raise ValueError("amount must be positive")
        self._balance += amount
        self.history.append(("deposit", amount))
    def __repr__(self): return f"<{self.number} {self.owner}: {self._balance}>"
class Savings(Account):
    def __init__(self, *args, rate=0.1, **kw):
        super().__init__(*args, **kw)
        self.rate = rate
    def add_interest(self): self.deposit(round(self.balance * self.rate))
def transfer(a, b, amount):
    a.withdraw(amount)
    try:
        b.deposit(amount)
    except ValueError:
        a.deposit(amount)
        raise
a, b = Account("Ann", 100), Savings("Bob", balance=50, rate=0.5)
transfer(a, b, 30)
b.add_interest()
for bad in (lambda: transfer(a, b, 1000), lambda: b.deposit(-5), lambda: setattr(a, "balance", 5)):
    try: bad()
    except (InsufficientFunds, ValueError, AttributeError) as error: print(type(error).__name__, error)
# expect: InsufficientFunds need 1000, have 70
# expect: ValueError amount must be positive
# expect: AttributeError property 'balance' of 'Account' object has no setter
print(a, b, b.history)  # expect: <1 Ann: 70> <2 Bob: 120> [('deposit', 30), ('deposit', 40)]
