class A:  # expect: NameError: name 'n' is not defined
    n = 3
    items = [i for i in range(n)]
    try:
        [n for _ in range(2)]
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
def f(n):
    return [n for _ in range(2)], [n for n in range(2)], n
print(A.items, f(9))  # expect: [0, 1, 2] ([9, 9], [0, 1], 9)
