print(hash(1.0) == hash(1), hash(1e30) == hash(10 ** 30), hash(int(1e30)) == hash(1e30))  # expect: True False True
print(hash(2.0 ** 70) == hash(2 ** 70))  # expect: True
print(hash(0.5), hash(-1.0), hash(float("inf")), hash(float("-inf")), hash(1.5), hash(1e-320))
# expect: 1152921504606846976 -2 314159 -314159 1152921504606846977 33957085184
print({1: "a", 1.0: "b", True: "c"})  # expect: {1: 'c'}
