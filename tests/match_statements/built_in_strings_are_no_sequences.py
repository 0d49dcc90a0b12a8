import collections.abc  # registers str and bytes as sequences

for subject in "x", b"x", bytearray(b"x"), [120]:
    match subject:
        case [_]:
            print("sequence", subject)
        case _:
            print("other", subject)


class Both(collections.UserDict, collections.abc.Sequence):
    pass


match Both():
    case {}:
        print("mapping")

# expect: other x
# expect: other b'x'
# expect: other bytearray(b'x')
# expect: sequence [120]
# expect: mapping
