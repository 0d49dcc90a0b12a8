print("a")  # expect: a
print("last")  # expect: last