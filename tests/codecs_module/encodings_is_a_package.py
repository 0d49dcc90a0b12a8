import codecs, encodings, io
import encodings.aliases, encodings.ascii, encodings.cp437, encodings.hex_codec, encodings.idna, encodings.latin_1, encodings.punycode, encodings.utf_8
from encodings.idna import ToASCII, ToUnicode, nameprep


def refuse(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(encodings.utf_8.decode(b"\xc3\xa9"), encodings.cp437.decoding_table[130], encodings.hex_codec.getregentry().encode(b"a"))
for module in encodings.ascii, encodings.latin_1, encodings.cp437:
    print(module.Codec().encode("a"), module.IncrementalEncoder().encode("b"), module.StreamReader(io.BytesIO(b"c\nd")).readline(), module.__name__)
print([encodings.normalize_encoding(name) for name in ("utf-8", " Utf  8-", "a.b_-c", b"UTF 16 be", "utf\xe9-8")])
print([encodings.aliases.aliases[name] for name in ("utf8", "latin1", "l1", "us_ascii", "cp_is", "iso_8859_2", "koi8_r", "hex", "rot13") if name != "koi8_r"])
print(encodings.search_function("latin_1").name, encodings.search_function("no such"))
for text in "bücher", "Bücher.Example", "faß.de", "\u3042\u3044", "a\u3002b", "", "x.", "a..b", "-ä-", "ÅÄÖ" * 3, "x" * 64, "ö" * 60, "xn--ä", "\u05d0b\xe9", "a\xa0\u2028":
    print(ascii(text), refuse(lambda: text.encode("idna")), text.encode("punycode"), ascii(refuse(lambda: text.encode("idna").decode("idna"))))
    assert text.encode("punycode").decode("punycode") == text
for data in b"xn--bcher-kva.de", b"XN--BCHER-KVA", b"xn--a", b"a.b.", b"\xff", b"xn--zz-":
    print(data, ascii(refuse(lambda: data.decode("idna"))))
for data in b"b-\xe4", b"99999999", b"a-!", b"a-b c":
    print(data, ascii(refuse(lambda: data.decode("punycode"))))
coder = encodings.idna.IncrementalEncoder()
print([coder.encode(each) for each in ("b\xfcch", "er.d", "e.\xe4")], coder.encode("", True))
print(ToASCII("\xe4"), ToUnicode(b"xn--4ca"), nameprep("ABC\xad\xdf"), refuse(lambda: ToUnicode("x\xe4")))
for name, data in ("bz2", b"a" * 9), ("uu", b"some text" * 9), ("rot13", "Uryyb"):
    print(codecs.decode(codecs.encode(data, name), name) == data)
print(codecs.encode(b"abc", "uu"), refuse(lambda: codecs.encode("a", "undefined")), codecs.readbuffer_encode("\xe9"))
reader = codecs.getreader("utf-8")(io.BytesIO(b"one\ntwo\n"))
print(repr(reader.readline()), repr(reader.read(1)), repr(reader.read()))
# expect: ('é', 2) é (b'61', 1)
# expect: (b'a', 1) b'b' c
# expect:  encodings.ascii
# expect: (b'a', 1) b'b' c
# expect:  encodings.latin_1
# expect: (b'a', 1) b'b' c
# expect:  encodings.cp437
# expect: ['utf_8', 'Utf_8', 'a.b_c', 'UTF_16_be', 'utf_8']
# expect: ['utf_8', 'latin_1', 'latin_1', 'ascii', 'cp861', 'iso8859_2', 'hex_codec', 'rot_13']
# expect: iso8859-1 None
# expect: 'b\xfccher' b'xn--bcher-kva' b'bcher-kva' 'b\xfccher'
# expect: 'B\xfccher.Example' b'xn--bcher-kva.Example' b'Bcher.Example-wob' 'b\xfccher.Example'
# expect: 'fa\xdf.de' b'fass.de' b'fa.de-mqa' 'fass.de'
# expect: '\u3042\u3044' b'xn--l8je' b'l8je' '\u3042\u3044'
# expect: 'a\u3002b' b'a.b' b'ab-r13a' 'a.b'
# expect: '' b'' b'' ''
# expect: 'x.' b'x.' b'x.-' 'x.'
# expect: 'a..b' UnicodeError: encoding with 'idna' codec failed (UnicodeError: label empty or too long) b'a..b-' "UnicodeError: encoding with 'idna' codec failed (UnicodeError: label empty or too long)"
# expect: '-\xe4-' b'xn-----via' b'---via' '-\xe4-'
# expect: '\xc5\xc4\xd6\xc5\xc4\xd6\xc5\xc4\xd6' b'xn--4caaabbb0jcc' b'7baaabbb0jcc' '\xe5\xe4\xf6\xe5\xe4\xf6\xe5\xe4\xf6'
# expect: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' UnicodeError: encoding with 'idna' codec failed (UnicodeError: label too long) b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx-' "UnicodeError: encoding with 'idna' codec failed (UnicodeError: label too long)"
# expect: '\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6\xf6' UnicodeError: encoding with 'idna' codec failed (UnicodeError: label empty or too long) b'ndaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' "UnicodeError: encoding with 'idna' codec failed (UnicodeError: label empty or too long)"
# expect: 'xn--\xe4' UnicodeError: encoding with 'idna' codec failed (UnicodeError: Label starts with ACE prefix) b'xn---ooa' "UnicodeError: encoding with 'idna' codec failed (UnicodeError: Label starts with ACE prefix)"
# expect: '\u05d0b\xe9' UnicodeError: encoding with 'idna' codec failed (UnicodeError: Violation of BIDI requirement 2) b'b-bga778a' "UnicodeError: encoding with 'idna' codec failed (UnicodeError: Violation of BIDI requirement 2)"
# expect: 'a\xa0\u2028' UnicodeError: encoding with 'idna' codec failed (UnicodeError: Invalid character '\u2028') b'a-4ba033v' "UnicodeError: encoding with 'idna' codec failed (UnicodeError: Invalid character '\\u2028')"
# expect: b'xn--bcher-kva.de' 'b\xfccher.de'
# expect: b'XN--BCHER-KVA' 'XN--BCHER-KVA'
# expect: b'xn--a' "UnicodeError: decoding with 'idna' codec failed (UnicodeError: Invalid character '\\x80')"
# expect: b'a.b.' 'a.b.'
# expect: b'\xff' "UnicodeDecodeError: 'ascii' codec can't decode byte 0xff in position 0: ordinal not in range(128)"
# expect: b'xn--zz-' "UnicodeError: ('IDNA does not round-trip', b'xn--zz-', b'zz')"
# expect: b'b-\xe4' "UnicodeDecodeError: 'ascii' codec can't decode byte 0xe4 in position 0: ordinal not in range(128)"
# expect: b'99999999' "UnicodeError: decoding with 'punycode' codec failed (UnicodeError: incomplete punicode string)"
# expect: b'a-!' "UnicodeError: decoding with 'punycode' codec failed (UnicodeError: Invalid extended code point '!')"
# expect: b'a-b c' "UnicodeError: decoding with 'punycode' codec failed (UnicodeError: Invalid extended code point ' ')"
# expect: [b'', b'xn--bcher-kva.', b'de.'] b'xn--4ca'
# expect: b'xn--4ca' ä abcss UnicodeError: Invalid character in IDN label
# expect: True
# expect: True
# expect: True
# expect: b'begin 666 <data>\n#86)C\n \nend\n' UnicodeError: encoding with 'undefined' codec failed (UnicodeError: undefined encoding) (b'\xc3\xa9', 2)
# expect: 'one\n' 't' 'wo\n'
