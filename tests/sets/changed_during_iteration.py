s = {1, 2, 3}
try:
    for value in s:
        s.add(value + 100)
except RuntimeError as error:
    print(error)  # expect: Set changed size during iteration
s = {1, 2, 3}
try:
    for value in s:
        s.remove(value)
except RuntimeError as error:
    print(error)  # expect: Set changed size during iteration
