r = range(2 ** 62, 2 ** 62 + 3)
print(list(r), len(r), 2 ** 62 + 2 in r)
# expect: [4611686018427387904, 4611686018427387905, 4611686018427387906] 3 True
r = range(10 ** 30, 10 ** 30 + 5, 2)
print(list(r), r[1], r[-1], len(r), 10 ** 30 + 4 in r)
# expect: [1000000000000000000000000000000, 1000000000000000000000000000002, 1000000000000000000000000000004] 1000000000000000000000000000002 1000000000000000000000000000004 3 True
for value in range(2 ** 63 - 2, 2 ** 63 + 2):
    print(value)
# expect: 9223372036854775806
# expect: 9223372036854775807
# expect: 9223372036854775808
# expect: 9223372036854775809
for value in range(-2 ** 60 - 1, -2 ** 60 + 2):
    print(value)
# expect: -1152921504606846977
# expect: -1152921504606846976
# expect: -1152921504606846975
print(range(10 ** 20)[10 ** 19], range(0, 10 ** 20, 10 ** 19)[-1])
# expect: 10000000000000000000 90000000000000000000
try:
    len(range(10 ** 20))
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: OverflowError: Python int too large to convert to C ssize_t
