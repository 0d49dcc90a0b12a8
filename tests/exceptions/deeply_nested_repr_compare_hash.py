def nest():
    x = []
    for _ in range(100000):
        x = [x]
    return x
x = []
t = ()
d = {}
for _ in range(100000):
    x = [x]
    t = (t,)
    d = {1: d}
for f in (repr, lambda v: v == nest()):
    try:
        f(x)
        print("fine")
    except RecursionError as error:
        print("RecursionError")
# expect: RecursionError
# expect: RecursionError
try:
    hash(t)
except RecursionError:
    pass
try:
    repr(d)
except RecursionError:
    print("RecursionError")  # expect: RecursionError
del x, t, d
print("freed")  # expect: freed
