x = []
for _ in range(1000000):
    x = [x]
del x
print("list freed")  # expect: list freed
x = ()
for _ in range(1000000):
    x = (x,)
x = None
print("tuple freed")  # expect: tuple freed
