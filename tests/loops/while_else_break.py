n = 0
while n < 3:
    n += 1
else:
    print("exhausted", n)  # expect: exhausted 3
while True:
    n -= 1
    if n == 1: break
else:
    print("never")
print(n)  # expect: 1
while n: n = 0
else: print("else once")  # expect: else once
while False: pass
else: print("else at once")  # expect: else at once
