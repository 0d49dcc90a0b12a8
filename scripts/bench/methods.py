"""Method calls: on self, inherited, through super, static and class methods."""

ROUNDS = 2_200_000


class Account:
    opened = 0

    def __init__(self, balance):
        self.balance = balance

    def deposit(self, amount):
        self.check(amount)
        self.balance += amount

    def check(self, amount):
        return amount > 0

    def fee(self):
        return 1

    @staticmethod
    def half(amount):
        return amount // 2

    @classmethod
    def count(cls):
        cls.opened += 1


class Savings(Account):
    def deposit(self, amount):
        super().deposit(self.half(amount))

    def fee(self):
        return 0


def main():
    accounts = [Account(0), Savings(0)]
    for i in range(ROUNDS):
        account = accounts[i & 1]
        account.deposit(10)
        account.balance -= account.fee()
        account.count()
    return accounts[0].balance, accounts[1].balance, Account.opened + Savings.opened


result = main()
if result != (ROUNDS // 2 * 9, ROUNDS // 2 * 5, ROUNDS + 1):
    raise SystemExit("wrong answer")
print("methods", *result)
