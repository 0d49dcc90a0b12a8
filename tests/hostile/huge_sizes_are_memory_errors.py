for action in (lambda: [0] * 10 ** 17, lambda: "a" * 10 ** 18, lambda: b"a" * 10 ** 18, lambda: (0,
        ) * 10 ** 17, lambda: bytearray(10 ** 18), lambda: [0, 1] * (2 ** 62), lambda: "ab" * 2 ** 63,
        lambda: 1 << 2 ** 63, lambda: "x".center(10 ** 18), lambda: bytes(2 ** 62)):
    try:
        action()
        print("no error")
    except (MemoryError, OverflowError): print("refused")
# expect: refused
# expect: refused
# expect: refused
# expect: refused
# expect: refused
# expect: refused
# expect: refused
# expect: refused
# expect: refused
# expect: refused
print("alive", sum([1] * 10))  # expect: alive 10
