class E:
    def __eq__(self, other): return True
try:
    hash(E())
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: unhashable type: 'E'
print(E.__hash__)  # expect: None
class H(E):
    def __hash__(self): return 5
print(hash(H()), {H(): 1}[H()])  # expect: 5 1
class D: pass
d = D()
print(hash(d) == hash(d), d == d, d == D(), {d: 1}[d])  # expect: True True False 1
class Big:
    def __hash__(self): return 2 ** 64
print(hash(Big()) == hash(2 ** 64))  # expect: True
