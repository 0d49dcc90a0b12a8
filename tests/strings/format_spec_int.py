n = 1234567
print(f"{n:,} {n:_} {n:d} {n:x} {n:X} {n:o} {n:b} {n:#x} {n:#o} {n:e} {n:.2f}")
# expect: 1,234,567 1_234_567 1234567 12d687 12D687 4553207 100101101011010000111 0x12d687 0o4553207 1.234567e+06 1234567.00
print(f"{42:5}|{42:<5}|{42:^5}|{42:05}|{42:+}|{-42:05}|{42: }|{42:*>6}|{42:=+6}|{-42:=6}|")
# expect:    42|42   | 42  |00042|+42|-0042| 42|****42|+   42|-   42|
print(f"{65:c}|{42:%}|{255:_b}|{255:#06x}")  # expect: A|4200.000000%|1111_1111|0x00ff
print(f"{2**70:,} {-2**70:x} {2**70:e} {0:b} {True:5} {5:n}")
# expect: 1,180,591,620,717,411,303,424 -400000000000000000 1.180592e+21 0     1 5
try:
    format(1, "s")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: ValueError: Unknown format code 's' for object of type 'int'
try:
    format(1, ".2d")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: ValueError: Precision not allowed in integer format specifier
try:
    format(1, "z")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: ValueError: Negative zero coercion (z) not allowed in integer format specifier
try:
    format(1, ",s")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: Cannot specify ',' with 's'.
try:
    format(-1, "c")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: OverflowError: %c arg not in range(0x110000)
