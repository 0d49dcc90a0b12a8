class A:  # expect: name 'items' is not defined
    items = [1, 2]
    doubled = [i * 2 for i in items]
    try:
        crossed = [i * j for i in items for j in items]
    except NameError as error:
        print(error)
print(A.doubled)  # expect: [2, 4]
def f(n):
    g = (x for x in range(n))
    n = 100
    return list(g)
print(f(2))  # expect: [0, 1]
try:
    (x for x in 5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'int' object is not iterable
