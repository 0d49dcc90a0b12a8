product = 1
for n in range(2, 60):
    product *= n
print(product)  # expect: 138683118545689835737939019720389406345902876772687432540821294940160000000000000
print(product % 61 == 60)  # expect: False
