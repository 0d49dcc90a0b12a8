for i in range(5):
    if i % 2: continue
    if i == 10: break
    print(i)
else:
    print("else")
# expect: 0
# expect: 2
# expect: 4
# expect: else
for c in "": pass
else: print("empty else")  # expect: empty else
for i in [1, 2]:
    for j in [1, 2]:
        if j == 2: break
        print(i, j)
    else:
        print("never")
# expect: 1 1
# expect: 2 1
