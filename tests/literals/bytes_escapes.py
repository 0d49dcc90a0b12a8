print(b"abc\x00\xff\n\t\\\'\"")  # expect: b'abc\x00\xff\n\t\\\'"'
print(b"\101\60", b'\x7f', b"'", b'"', b"'\"")  # expect: b'A0' b'\x7f' b"'" b'"' b'\'"'
print(len(b"\u0041"))  # expect: 6
