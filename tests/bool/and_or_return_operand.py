print(0 or "x", 1 or "x", 0 and "x", 1 and "x", "" or [] or 0, 1 and 2 and 3, None or 0, not 1, not "")
# expect: x 1 0 x 0 3 0 False True
print((1 and 0) or 5, 1 and (0 or 7), not 0 and 4, [] and 1 / 0, 1 or 1 / 0)  # expect: 5 7 4 [] 1
def show(value):
    print("seen", value)
    return value
print(show(0) or show(2) and show(3))
# expect: seen 0
# expect: seen 2
# expect: seen 3
# expect: 3
