x = [1]
it = iter(x)
print(next(it), next(it, "done"))  # expect: 1 done
x.append(2)
print(next(it, "still done"), list(it))  # expect: still done []
