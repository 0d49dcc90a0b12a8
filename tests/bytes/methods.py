b = b"Hello World"
print(b.lower(), b.upper(), b.title(), b.swapcase(), b.capitalize(), b.center(15, b"*"))
# expect: b'hello world' b'HELLO WORLD' b'Hello World' b'hELLO wORLD' b'Hello world' b'**Hello World**'
print(b.ljust(13), b.rjust(13, b"."), b.zfill(13))  # expect: b'Hello World  ' b'..Hello World' b'00Hello World'
print(b.partition(b" "), b.rpartition(b"o"), b.rsplit(b"o", 1), b.splitlines())
# expect: (b'Hello', b' ', b'World') (b'Hello W', b'o', b'rld') [b'Hello W', b'rld'] [b'Hello World']
print(b"a\nb\r\nc".splitlines(True), b.endswith((b"x", b"ld")), b.translate(None, b"lo"))
# expect: [b'a\n', b'b\r\n', b'c'] True b'He Wrd'
print(b.translate(bytes.maketrans(b"lo", b"01")))  # expect: b'He001 W1r0d'
print(b.isalnum(), b.isupper(), b"12".isdigit(), b" ".isspace(), b.rfind(b"o"), b.rindex(b"l"))
# expect: False False True True 7 9
print(b"\ta".expandtabs(4), b.removeprefix(b"He"), b.removesuffix(b"ld"))
# expect: b'    a' b'llo World' b'Hello Wor'
print(b"x".join([b"1", b"2", b"3"]), b.hex(" "), b.hex("-", 2))
# expect: b'1x2x3' 48 65 6c 6c 6f 20 57 6f 72 6c 64 48-656c-6c6f-2057-6f72-6c64
print(b"%s %d %x %c %5.1f %a" % (b"s", 5, 255, 65, 2.55, "é"), b"abc" > b"abb", b"a" * 3)
# expect: b"s 5 ff A   2.5 '\\xe9'" True b'aaa'
print(b"" or "empty", b[::2], b[-3:], max(b), sorted(b"cab"))  # expect: empty b'HloWrd' b'rld' 114 [97, 98, 99]
try:
    b.find("x")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: argument should be integer or bytes-like object, not 'str'
try:
    b.join([1])
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: sequence item 0: expected a bytes-like object, int found
try:
    b"%d" % "x"
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: %d format: a real number is required, not str
try:
    b"abc".decode("nope")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: LookupError: unknown encoding: nope
try:
    bytes.fromhex("0g")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: ValueError: non-hexadecimal number found in fromhex() arg at position 1
