def a():
    for i in range(3):
        print("a", i)
        yield i
def b():
    for i in range(2):
        print("b", i)
        yield i
print(list(zip(a(), b())))
# expect: a 0
# expect: b 0
# expect: a 1
# expect: b 1
# expect: a 2
# expect: [(0, 0), (1, 1)]
