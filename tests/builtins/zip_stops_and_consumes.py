a, b = iter([1, 2, 3]), iter("x")
print(list(zip(a, b)), list(a))  # expect: [(1, 'x')] [3]
c, d = iter("x"), iter([1, 2, 3])
print(list(zip(c, d)), list(d))  # expect: [('x', 1)] [2, 3]
m = map(lambda v: print("call", v), [1, 2])
print("lazy")  # expect: lazy
next(m)  # expect: call 1
