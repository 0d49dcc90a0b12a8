def g():
    x = (yield 1) + (yield 2)
    print("sum", x)
    y = [(yield 3), (yield 4)]
    print(y)
    print((yield))
it = g()
print(next(it), it.send(10), it.send(20), it.send("a"), it.send("b"))
# expect: sum 30
# expect: ['a', 'b']
# expect: 1 2 3 4 None
try:
    it.send("last")  # expect: last
except Exception as error:
    print(f"{type(error).__name__}: {error}.")  # expect: StopIteration: .
