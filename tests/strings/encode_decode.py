s = "aé日🐍"
print(s.encode(), s.encode("utf-8"), s.encode("utf-16-le"), "é".encode("latin-1"), "abc".encode("ascii"))
# expect: b'a\xc3\xa9\xe6\x97\xa5\xf0\x9f\x90\x8d' b'a\xc3\xa9\xe6\x97\xa5\xf0\x9f\x90\x8d' b'a\x00\xe9\x00\xe5e=\xd8\r\xdc' b'\xe9' b'abc'
print(b"a\xc3\xa9".decode(), b"\xe9".decode("latin-1"), b"\xff".decode("utf-8", "replace"))  # expect: aé é �
print(b"a\xffb".decode("ascii", "ignore"))  # expect: ab
print("é".encode("ascii", "replace"), "é".encode("ascii", "ignore"))  # expect: b'?' b''
print("é".encode("ascii", "xmlcharrefreplace"), "é".encode("ascii", "backslashreplace"))
# expect: b'&#233;' b'\\xe9'
try:
    "é".encode("ascii")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: UnicodeEncodeError: 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
try:
    b"\xff".decode("utf-8")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
try:
    b"\xc3".decode()
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xc3 in position 0: unexpected end of data
try:
    "a".encode("no-such-codec")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: LookupError: unknown encoding: no-such-codec
try:
    "\ud800".encode("utf-8")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: UnicodeEncodeError: 'utf-8' codec can't encode character '\ud800' in position 0: surrogates not allowed
