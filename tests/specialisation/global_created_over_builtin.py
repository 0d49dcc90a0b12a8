def f(): return max(1, 2), sum([1])
for _ in range(300): f()
globals()["max"] = lambda *a: "global max"
print(f())  # expect: ('global max', 1)
del globals()["max"]
print(f())  # expect: (2, 1)
exec("sum = lambda x: 'exec sum'")
print(f())  # expect: (2, 'exec sum')
