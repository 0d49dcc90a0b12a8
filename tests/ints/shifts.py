print(1 << 0, 1 << 62, 1 << 63, 1 << 64, 1 << 100)
# expect: 1 4611686018427387904 9223372036854775808 18446744073709551616 1267650600228229401496703205376
print(-1 << 62, -1 << 63, -1 << 64, -3 << 70)
# expect: -4611686018427387904 -9223372036854775808 -18446744073709551616 -3541774862152233910272
print((1 << 100) >> 98, (1 << 100) >> 100, (1 << 100) >> 101, 5 >> 1000)  # expect: 4 1 0 0
print(-1 >> 1, -5 >> 1, -5 >> 1000, -(1 << 100) >> 99)  # expect: -1 -3 -1 -2
try:
    1 << -1
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: negative shift count
try:
    1 >> -1
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: negative shift count
print(0 << 1000000, 0 >> 10**20)  # expect: 0 0
