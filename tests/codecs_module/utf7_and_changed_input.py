import codecs

for data in (b"a+-b", b"+AGEAYg-c", b"a+IK", b"a+IK-b", b"a+IKx-b", b"a+IKwgrB", b"a+/,+IKw-b", b"+2AHcoA-", b"a+2AE-b", b"a+2AE\xffb",
             b"a+@b", b"a+IKwgrNgBA-b", b"\xff", b"+"):
    try:
        print(data, ascii(data.decode("utf-7")))
    except UnicodeDecodeError as error:
        print(data, error, ascii(data.decode("utf-7", "replace")))
text = "a+-b\x00c\x80d\u0100e\U00010000f"
for encoding in "utf-7", "unicode_escape", "raw_unicode_escape":
    decoder = codecs.getincrementaldecoder(encoding)()
    data = text.encode(encoding)
    pieces = [decoder.decode(data[at:at + 1]) for at in range(len(data))] + [decoder.decode(b"", True)]
    print(data, ascii([piece for piece in pieces if piece]), "".join(pieces) == text)
    print(codecs.getdecoder(encoding)(data)[0] == text)
print(codecs.utf_7_decode(b"a+IK"), codecs.utf_7_decode(b"a+IKw"), codecs.unicode_escape_decode(b"a\\u12", "strict", False))


def empty(error):
    error.object = b""
    return "!", 0


def number(error):
    error.object = 42
    return "!", 0


codecs.register_error("tests.empty", empty)
codecs.register_error("tests.number", number)
codecs.register_error("tests.nothing", lambda error: None)
for encoding, data in ("ascii", b"\xff"), ("utf-7", b"++"), ("utf-8", b"\xff"), ("utf-16", b"\xff"), ("utf-32", b"\xff"), (
        "unicode-escape", b"\\u123g"), ("raw-unicode-escape", b"\\u123g"), ("cp1251", b"\x98"):
    shown = [data.decode(encoding, "tests.empty")]
    for name in "tests.number", "tests.nothing":
        try:
            shown.append(data.decode(encoding, name))
        except Exception as error:
            shown.append(type(error).__name__)
    print(encoding, shown)
print(ascii("\U00010000\ud800".encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")))
# expect: b'a+-b' 'a+b'
# expect: b'+AGEAYg-c' 'abc'
# expect: b'a+IK' 'utf7' codec can't decode bytes in position 1-3: unterminated shift sequence 'a\ufffd'
# expect: b'a+IK-b' 'utf7' codec can't decode bytes in position 1-4: partial character in shift sequence 'a\ufffdb'
# expect: b'a+IKx-b' 'utf7' codec can't decode bytes in position 1-5: non-zero padding bits in shift sequence 'a\u20ac\ufffdb'
# expect: b'a+IKwgrB' 'utf7' codec can't decode bytes in position 1-7: unterminated shift sequence 'a\u20ac\u20ac\ufffd'
# expect: b'a+/,+IKw-b' 'utf7' codec can't decode bytes in position 1-3: partial character in shift sequence 'a\ufffd\u20acb'
# expect: b'+2AHcoA-' '\U000104a0'
# expect: b'a+2AE-b' 'a\ud801b'
# expect: b'a+2AE\xffb' 'utf7' codec can't decode byte 0xff in position 5: unexpected special character 'a\ufffdb'
# expect: b'a+@b' 'utf7' codec can't decode bytes in position 1-2: ill-formed sequence 'a\ufffdb'
# expect: b'a+IKwgrNgBA-b' 'utf7' codec can't decode bytes in position 1-11: partial character in shift sequence 'a\u20ac\u20ac\ufffdb'
# expect: b'\xff' 'utf7' codec can't decode byte 0xff in position 0: unexpected special character '\ufffd'
# expect: b'+' ''
# expect: b'a+--b+AAA-c+AIA-d+AQA-e+2ADcAA-f' ['a', '+', '-', 'b', '\x00', 'c', '\x80', 'd', '\u0100', 'e', '\U00010000', 'f'] True
# expect: True
# expect: b'a+-b\\x00c\\x80d\\u0100e\\U00010000f' ['a', '+', '-', 'b', '\x00', 'c', '\x80', 'd', '\u0100', 'e', '\U00010000', 'f'] True
# expect: True
# expect: b'a+-b\x00c\x80d\\u0100e\\U00010000f' ['a', '+', '-', 'b', '\x00', 'c', '\x80', 'd', '\u0100', 'e', '\U00010000', 'f'] True
# expect: True
# expect: ('a', 1) ('a', 1) ('a', 1)
# expect: ascii ['!', 'TypeError', 'TypeError']
# expect: utf-7 ['!', 'TypeError', 'TypeError']
# expect: utf-8 ['!', 'TypeError', 'TypeError']
# expect: utf-16 ['!', 'TypeError', 'TypeError']
# expect: utf-32 ['!', 'TypeError', 'TypeError']
# expect: unicode-escape ['!', 'TypeError', 'TypeError']
# expect: raw-unicode-escape ['!', 'TypeError', 'TypeError']
# expect: cp1251 ['!', 'TypeError', 'TypeError']
# expect: '\U00010000\ud800'
