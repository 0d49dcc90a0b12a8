total = 1 + \
    2 + \
    3
print(total)  # expect: 6
if total == 6 and \
        total > 5:
    print("joined")  # expect: joined
