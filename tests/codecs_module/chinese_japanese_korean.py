import codecs, hashlib, io

TEXT = "Aあ漢字ｶ한국中文、\u3000あA"
NAMES = ("gb2312 gbk gb18030 big5 cp950 big5hkscs euc_kr cp949 johab shift_jis cp932 shift_jisx0213 shift_jis_2004 euc_jp"
         " euc_jisx0213 euc_jis_2004 iso2022_kr iso2022_jp iso2022_jp_1 iso2022_jp_2 iso2022_jp_2004 iso2022_jp_3"
         " iso2022_jp_ext hz").split()


def refuse(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def sum_of(text):
    return hashlib.md5(text).hexdigest()[:12]


for name in NAMES:
    data = TEXT.encode(name, "replace")
    every_pair = b"".join(bytes((lead, trail)) + b"\n" for lead in range(0xA1, 0xFF, 29) for trail in range(0x40, 0xFF))
    read = every_pair.decode(name, "backslashreplace")
    written = "".join(map(chr, range(0xA0, 0xD000, 97))).encode(name, "backslashreplace")
    print(name, codecs.lookup(name).name, sum_of(read.encode("utf-8", "surrogatepass")), sum_of(written))
    print("-", data, ascii(data.decode(name)))
    decoder, encoder = codecs.getincrementaldecoder(name)(), codecs.getincrementalencoder(name)("ignore")
    pieces = [decoder.decode(data[at:at + 1]) for at in range(len(data))]
    print("-", "".join(pieces) == data.decode(name), decoder.getstate()[0], ascii(decoder.decode(b"", True)))
    print("-", b"".join(map(encoder.encode, TEXT)) + encoder.encode("", True) == TEXT.encode(name, "ignore"))
    for bad in b"a\xff", b"\x81", b"ab\xa1", b"\x1b$", b"\xa4\xfe\xfe\x30":
        print("-", ascii(refuse(lambda: bad.decode(name))), ascii(bad.decode(name, "replace")))
    print("-", refuse(lambda: "a\ud800".encode(name)), "x\u0e01y".encode(name, "xmlcharrefreplace"))
    reader = codecs.getreader(name)(io.BytesIO(data + b"\n" + data))
    writer = codecs.getwriter(name)(io.BytesIO(), "replace")
    writer.writelines([TEXT, "\n", TEXT])
    writer.reset()
    print("-", len(reader.readline()), len(reader.read(1)), len(reader.readlines()), sum_of(writer.stream.getvalue()))

print([codecs.lookup(name).name for name in ("ms932", "ujis", "EUC-KR", "x-mac-japanese", "HZ-GB-2312", "uhc", "gb18030-2000")])
codecs.register_error("tests.mark", lambda error: ("!", error.end))
codecs.register_error("tests.far", lambda error: ("!", 99))
print("a\u0e01b".encode("gbk", "tests.mark"), b"a\xffb".decode("gbk", "tests.mark"))
print(refuse(lambda: "a\u0e01b".encode("gbk", "tests.far")), refuse(lambda: b"a\xffb".decode("gbk", "tests.far")))
print("か\u309aか".encode("euc_jis_2004"), "か\u309aか".encode("iso2022_jp_2004"), ascii("\U00012345\ufe10".encode("gb18030")))
# expect: gb2312 gb2312 bb7763de2bd1 b691c651d943
# expect: - b'A\xa4\xa2?\xd7\xd6???\xd6\xd0\xce\xc4\xa1\xa2\xa1\xa1\xa4\xa2A' 'A\u3042?\u5b57???\u4e2d\u6587\u3001\u3000\u3042A'
# expect: - True b'' ''
# expect: - True
# expect: - "UnicodeDecodeError: 'gb2312' codec can't decode byte 0xff in position 1: incomplete multibyte sequence" 'a\ufffd'
# expect: - "UnicodeDecodeError: 'gb2312' codec can't decode byte 0x81 in position 0: incomplete multibyte sequence" '\ufffd'
# expect: - "UnicodeDecodeError: 'gb2312' codec can't decode byte 0xa1 in position 2: incomplete multibyte sequence" 'ab\ufffd'
# expect: - '\x1b$' '\x1b$'
# expect: - "UnicodeDecodeError: 'gb2312' codec can't decode byte 0xa4 in position 0: illegal multibyte sequence" '\ufffd\ufffd\ufffd0'
# expect: - UnicodeEncodeError: 'gb2312' codec can't encode character '\ud800' in position 1: illegal multibyte sequence b'x&#3585;y'
# expect: - 14 1 1 e72df14ae51c
# expect: gbk gbk c27978f1a446 1fddf7fd2780
# expect: - b'A\xa4\xa2\x9dh\xd7\xd6???\xd6\xd0\xce\xc4\xa1\xa2\xa1\xa1\xa4\xa2A' 'A\u3042\u6f22\u5b57???\u4e2d\u6587\u3001\u3000\u3042A'
# expect: - True b'' ''
# expect: - True
# expect: - "UnicodeDecodeError: 'gbk' codec can't decode byte 0xff in position 1: incomplete multibyte sequence" 'a\ufffd'
# expect: - "UnicodeDecodeError: 'gbk' codec can't decode byte 0x81 in position 0: incomplete multibyte sequence" '\ufffd'
# expect: - "UnicodeDecodeError: 'gbk' codec can't decode byte 0xa1 in position 2: incomplete multibyte sequence" 'ab\ufffd'
# expect: - '\x1b$' '\x1b$'
# expect: - "UnicodeDecodeError: 'gbk' codec can't decode byte 0xa4 in position 0: illegal multibyte sequence" '\ufffd\ufffd\ufffd0'
# expect: - UnicodeEncodeError: 'gbk' codec can't encode character '\ud800' in position 1: illegal multibyte sequence b'x&#3585;y'
# expect: - 14 1 1 e74594d31eec
# expect: gb18030 gb18030 b283a6e1e50c ccdc5e701a09
# expect: - b'A\xa4\xa2\x9dh\xd7\xd6\x841\x978\x836\x843\x827\xf40\xd6\xd0\xce\xc4\xa1\xa2\xa1\xa1\xa4\xa2A' 'A\u3042\u6f22\u5b57\uff76\ud55c\uad6d\u4e2d\u6587\u3001\u3000\u3042A'
# expect: - True b'' ''
# expect: - True
# expect: - "UnicodeDecodeError: 'gb18030' codec can't decode byte 0xff in position 1: incomplete multibyte sequence" 'a\ufffd'
# expect: - "UnicodeDecodeError: 'gb18030' codec can't decode byte 0x81 in position 0: incomplete multibyte sequence" '\ufffd'
# expect: - "UnicodeDecodeError: 'gb18030' codec can't decode byte 0xa1 in position 2: incomplete multibyte sequence" 'ab\ufffd'
# expect: - '\x1b$' '\x1b$'
# expect: - "UnicodeDecodeError: 'gb18030' codec can't decode bytes in position 2-3: incomplete multibyte sequence" '\ue77c\ufffd'
# expect: - UnicodeEncodeError: 'gb18030' codec can't encode character '\ud800' in position 1: illegal multibyte sequence b'x\x812\xce9y'
# expect: - 14 1 1 fcec0d9bcd27
# expect: big5 big5 67b123b7c398 9b8e3753e0b8
# expect: - b'A\xc6\xa6\xba~\xa6r???\xa4\xa4\xa4\xe5\xa1B\xa1@\xc6\xa6A' 'A\u3042\u6f22\u5b57???\u4e2d\u6587\u3001\u3000\u3042A'
# expect: - True b'' ''
# expect: - True
# expect: - "UnicodeDecodeError: 'big5' codec can't decode byte 0xff in position 1: incomplete multibyte sequence" 'a\ufffd'
# expect: - "UnicodeDecodeError: 'big5' codec can't decode byte 0x81 in position 0: incomplete multibyte sequence" '\ufffd'
# expect: - "UnicodeDecodeError: 'big5' codec can't decode byte 0xa1 in position 2: incomplete multibyte sequence" 'ab\ufffd'
# expect: - '\x1b$' '\x1b$'
# expect: - "UnicodeDecodeError: 'big5' codec can't decode byte 0xfe in position 2: illegal multibyte sequence" '\u4e19\ufffd0'
# expect: - UnicodeEncodeError: 'big5' codec can't encode character '\ud800' in position 1: illegal multibyte sequence b'x&#3585;y'
# expect: - 14 1 1 d3db2cc2e506
# expect: cp950 cp950 b7eb56aa9e25 9b8e3753e0b8
# expect: - b'A\xc6\xa6\xba~\xa6r???\xa4\xa4\xa4\xe5\xa1B\xa1@\xc6\xa6A' 'A\u3042\u6f22\u5b57???\u4e2d\u6587\u3001\u3000\u3042A'
# expect: - True b'' ''
# expect: - True
# expect: - "UnicodeDecodeError: 'cp950' codec can't decode byte 0xff in position 1: incomplete multibyte sequence" 'a\ufffd'
# expect: - "UnicodeDecodeError: 'cp950' codec can't decode byte 0x81 in position 0: incomplete multibyte sequence" '\ufffd'
# expect: - "UnicodeDecodeError: 'cp950' codec can't decode byte 0xa1 in position 2: incomplete multibyte sequence" 'ab\ufffd'
# expect: - '\x1b$' '\x1b$'
# expect: - "UnicodeDecodeError: 'cp950' codec can't decode byte 0xfe in position 2: illegal multibyte sequence" '\u4e19\ufffd0'
# expect: - UnicodeEncodeError: 'cp950' codec can't encode character '\ud800' in position 1: illegal multibyte sequence b'x&#3585;y'
# expect: - 14 1 1 d3db2cc2e506
# expect: big5hkscs big5hkscs 67b123b7c398 37af063a196a
# expect: - b'A\xc6\xe8\xba~\xa6r???\xa4\xa4\xa4\xe5\xa1B\xa1@\xc6\xe8A' 'A\u3042\u6f22\u5b57???\u4e2d\u6587\u3001\u3000\u3042A'
# expect: - True b'' ''
# expect: - True
# expect: - "UnicodeDecodeError: 'big5hkscs' codec can't decode byte 0xff in position 1: incomplete multibyte sequence" 'a\ufffd'
# expect: - "UnicodeDecodeError: 'big5hkscs' codec can't decode byte 0x81 in position 0: incomplete multibyte sequence" '\ufffd'
# expect: - "UnicodeDecodeError: 'big5hkscs' codec can't decode byte 0xa1 in position 2: incomplete multibyte sequence" 'ab\ufffd'
# expect: - '\x1b$' '\x1b$'
# expect: - "UnicodeDecodeError: 'big5hkscs' codec can't decode byte 0xfe in position 2: illegal multibyte sequence" '\u4e19\ufffd0'
# expect: - UnicodeEncodeError: 'big5hkscs' codec can't encode character '\ud800' in position 1: illegal multibyte sequence b'x&#3585;y'
# expect: - 14 1 1 c8af5d87b3dc
# expect: euc_kr euc_kr 50785f70acf8 d958e79409bd
# expect: - b'A\xaa\xa2\xf9\xd3\xed\xae?\xc7\xd1\xb1\xb9\xf1\xe9\xd9\xfe\xa1\xa2\xa1\xa1\xaa\xa2A' 'A\u3042\u6f22\u5b57?\ud55c\uad6d\u4e2d\u6587\u3001\u3000\u3042A'
# expect: - True b'' ''
# expect: - True
# expect: - "UnicodeDecodeError: 'euc_kr' codec can't decode byte 0xff in position 1: incomplete multibyte sequence" 'a\ufffd'
# expect: - "UnicodeDecodeError: 'euc_kr' codec can't decode byte 0x81 in position 0: incomplete multibyte sequence" '\ufffd'
# expect: - "UnicodeDecodeError: 'euc_kr' codec can't decode byte 0xa1 in position 2: incomplete multibyte sequence" 'ab\ufffd'
# expect: - '\x1b$' '\x1b$'
# expect: - "UnicodeDecodeError: 'euc_kr' codec can't decode byte 0xfe in position 2: illegal multibyte sequence" '\u318e\ufffd0'
# expect: - UnicodeEncodeError: 'euc_kr' codec can't encode character '\ud800' in position 1: illegal multibyte sequence b'x&#3585;y'
# expect: - 14 1 1 197ae721f20b
# expect: cp949 cp949 2c8864f3545d 4477767da7ab
# expect: - b'A\xaa\xa2\xf9\xd3\xed\xae?\xc7\xd1\xb1\xb9\xf1\xe9\xd9\xfe\xa1\xa2\xa1\xa1\xaa\xa2A' 'A\u3042\u6f22\u5b57?\ud55c\uad6d\u4e2d\u6587\u3001\u3000\u3042A'
# expect: - True b'' ''
# expect: - True
# expect: - "UnicodeDecodeError: 'cp949' codec can't decode byte 0xff in position 1: incomplete multibyte sequence" 'a\ufffd'
# expect: - "UnicodeDecodeError: 'cp949' codec can't decode byte 0x81 in position 0: incomplete multibyte sequence" '\ufffd'
# expect: - "UnicodeDecodeError: 'cp949' codec can't decode byte 0xa1 in position 2: incomplete multibyte sequence" 'ab\ufffd'
# expect: - '\x1b$' '\x1b$'
# expect: - "UnicodeDecodeError: 'cp949' codec can't decode byte 0xfe in position 2: illegal multibyte sequence" '\u318e\ufffd0'
# expect: - UnicodeEncodeError: 'cp949' codec can't encode character '\ud800' in position 1: illegal multibyte sequence b'x&#3585;y'
# expect: - 14 1 1 197ae721f20b
# expect: johab johab 692574d611c3 6de4b1c486da
# expect: - b'A\xdd\xa2\xf7\xd3\xf1\xae?\xd0e\x8a\x82\xf3\xe9\xe7\xfe\xd92\xd91\xdd\xa2A' 'A\u3042\u6f22\u5b57?\ud55c\uad6d\u4e2d\u6587\u3001\u3000\u3042A'
# expect: - True b'' ''
# expect: - True
# expect: - "UnicodeDecodeError: 'johab' codec can't decode byte 0xff in position 1: incomplete multibyte sequence" 'a\ufffd'
# expect: - "UnicodeDecodeError: 'johab' codec can't decode byte 0x81 in position 0: incomplete multibyte sequence" '\ufffd'
# expect: - "UnicodeDecodeError: 'johab' codec can't decode byte 0xa1 in position 2: incomplete multibyte sequence" 'ab\ufffd'
# expect: - '\x1b$' '\x1b$'
# expect: - "UnicodeDecodeError: 'johab' codec can't decode byte 0xa4 in position 0: illegal multibyte sequence" '\ufffd\ufffd\ufffd0'
# expect: - UnicodeEncodeError: 'johab' codec can't encode character '\ud800' in position 1: illegal multibyte sequence b'x&#3585;y'
# expect: - 14 1 1 87d352d1f010
# expect: shift_jis shift_jis 6001304ff964 550c17927a80
# expect: - b'A\x82\xa0\x8a\xbf\x8e\x9a\xb6??\x92\x86\x95\xb6\x81A\x81@\x82\xa0A' 'A\u3042\u6f22\u5b57\uff76??\u4e2d\u6587\u3001\u3000\u3042A'
# expect: - True b'' ''
# expect: - True
# expect: - "UnicodeDecodeError: 'shift_jis' codec can't decode byte 0xff in position 1: illegal multibyte sequence" 'a\ufffd'
# expect: - "UnicodeDecodeError: 'shift_jis' codec can't decode byte 0x81 in position 0: incomplete multibyte sequence" '\ufffd'
# expect: - 'ab\uff61' 'ab\uff61'
# expect: - '\x1b$' '\x1b$'
# expect: - "UnicodeDecodeError: 'shift_jis' codec can't decode byte 0xfe in position 1: illegal multibyte sequence" '\uff64\ufffd\ufffd0'
# expect: - UnicodeEncodeError: 'shift_jis' codec can't encode character '\ud800' in position 1: illegal multibyte sequence b'x&#3585;y'
# expect: - 14 1 1 ed610e3185d8
# expect: cp932 cp932 d98172ff4fb8 dfaa0a9859f3
# expect: - b'A\x82\xa0\x8a\xbf\x8e\x9a\xb6??\x92\x86\x95\xb6\x81A\x81@\x82\xa0A' 'A\u3042\u6f22\u5b57\uff76??\u4e2d\u6587\u3001\u3000\u3042A'
# expect: - True b'' ''
# expect: - True
# expect: - 'a\uf8f3' 'a\uf8f3'
# expect: - "UnicodeDecodeError: 'cp932' codec can't decode byte 0x81 in position 0: incomplete multibyte sequence" '\ufffd'
# expect: - 'ab\uff61' 'ab\uff61'
# expect: - '\x1b$' '\x1b$'
# expect: - '\uff64\uf8f2\uf8f20' '\uff64\uf8f2\uf8f20'
# expect: - UnicodeEncodeError: 'cp932' codec can't encode character '\ud800' in position 1: illegal multibyte sequence b'x&#3585;y'
# expect: - 14 1 1 ed610e3185d8
# expect: shift_jisx0213 shift_jisx0213 1dd07cecb808 78f6078cadc8
# expect: - b'A\x82\xa0\x8a\xbf\x8e\x9a\xb6??\x92\x86\x95\xb6\x81A\x81@\x82\xa0A' 'A\u3042\u6f22\u5b57\uff76??\u4e2d\u6587\u3001\u3000\u3042A'
# expect: - True b'' ''
# expect: - True
# expect: - "UnicodeDecodeError: 'shift_jisx0213' codec can't decode byte 0xff in position 1: illegal multibyte sequence" 'a\ufffd'
# expect: - "UnicodeDecodeError: 'shift_jisx0213' codec can't decode byte 0x81 in position 0: incomplete multibyte sequence" '\ufffd'
# expect: - 'ab\uff61' 'ab\uff61'
# expect: - '\x1b$' '\x1b$'
# expect: - "UnicodeDecodeError: 'shift_jisx0213' codec can't decode byte 0xfe in position 1: illegal multibyte sequence" '\uff64\ufffd\ufffd0'
# expect: - UnicodeEncodeError: 'shift_jisx0213' codec can't encode character '\ud800' in position 1: illegal multibyte sequence b'x&#3585;y'
# expect: - 14 1 1 ed610e3185d8
# expect: shift_jis_2004 shift_jis_2004 1dd07cecb808 78f6078cadc8
# expect: - b'A\x82\xa0\x8a\xbf\x8e\x9a\xb6??\x92\x86\x95\xb6\x81A\x81@\x82\xa0A' 'A\u3042\u6f22\u5b57\uff76??\u4e2d\u6587\u3001\u3000\u3042A'
# expect: - True b'' ''
# expect: - True
# expect: - "UnicodeDecodeError: 'shift_jis_2004' codec can't decode byte 0xff in position 1: illegal multibyte sequence" 'a\ufffd'
# expect: - "UnicodeDecodeError: 'shift_jis_2004' codec can't decode byte 0x81 in position 0: incomplete multibyte sequence" '\ufffd'
# expect: - 'ab\uff61' 'ab\uff61'
# expect: - '\x1b$' '\x1b$'
# expect: - "UnicodeDecodeError: 'shift_jis_2004' codec can't decode byte 0xfe in position 1: illegal multibyte sequence" '\uff64\ufffd\ufffd0'
# expect: - UnicodeEncodeError: 'shift_jis_2004' codec can't encode character '\ud800' in position 1: illegal multibyte sequence b'x&#3585;y'
# expect: - 14 1 1 ed610e3185d8
# expect: euc_jp euc_jp fd892d478fc2 2f36023d89b3
# expect: - b'A\xa4\xa2\xb4\xc1\xbb\xfa\x8e\xb6??\xc3\xe6\xca\xb8\xa1\xa2\xa1\xa1\xa4\xa2A' 'A\u3042\u6f22\u5b57\uff76??\u4e2d\u6587\u3001\u3000\u3042A'
# expect: - True b'' ''
# expect: - True
# expect: - "UnicodeDecodeError: 'euc_jp' codec can't decode byte 0xff in position 1: incomplete multibyte sequence" 'a\ufffd'
# expect: - "UnicodeDecodeError: 'euc_jp' codec can't decode byte 0x81 in position 0: incomplete multibyte sequence" '\ufffd'
# expect: - "UnicodeDecodeError: 'euc_jp' codec can't decode byte 0xa1 in position 2: incomplete multibyte sequence" 'ab\ufffd'
# expect: - '\x1b$' '\x1b$'
# expect: - "UnicodeDecodeError: 'euc_jp' codec can't decode byte 0xa4 in position 0: illegal multibyte sequence" '\ufffd\ufffd\ufffd0'
# expect: - UnicodeEncodeError: 'euc_jp' codec can't encode character '\ud800' in position 1: illegal multibyte sequence b'x&#3585;y'
# expect: - 14 1 1 68ab6861830e
# expect: euc_jisx0213 euc_jisx0213 30da259f79ae 6cc61dd04804
# expect: - b'A\xa4\xa2\xb4\xc1\xbb\xfa\x8e\xb6??\xc3\xe6\xca\xb8\xa1\xa2\xa1\xa1\xa4\xa2A' 'A\u3042\u6f22\u5b57\uff76??\u4e2d\u6587\u3001\u3000\u3042A'
# expect: - True b'' ''
# expect: - True
# expect: - "UnicodeDecodeError: 'euc_jisx0213' codec can't decode byte 0xff in position 1: incomplete multibyte sequence" 'a\ufffd'
# expect: - "UnicodeDecodeError: 'euc_jisx0213' codec can't decode byte 0x81 in position 0: incomplete multibyte sequence" '\ufffd'
# expect: - "UnicodeDecodeError: 'euc_jisx0213' codec can't decode byte 0xa1 in position 2: incomplete multibyte sequence" 'ab\ufffd'
# expect: - '\x1b$' '\x1b$'
# expect: - "UnicodeDecodeError: 'euc_jisx0213' codec can't decode byte 0xa4 in position 0: illegal multibyte sequence" '\ufffd\ufffd0'
# expect: - UnicodeEncodeError: 'euc_jisx0213' codec can't encode character '\ud800' in position 1: illegal multibyte sequence b'x&#3585;y'
# expect: - 14 1 1 68ab6861830e
# expect: euc_jis_2004 euc_jis_2004 30da259f79ae 6cc61dd04804
# expect: - b'A\xa4\xa2\xb4\xc1\xbb\xfa\x8e\xb6??\xc3\xe6\xca\xb8\xa1\xa2\xa1\xa1\xa4\xa2A' 'A\u3042\u6f22\u5b57\uff76??\u4e2d\u6587\u3001\u3000\u3042A'
# expect: - True b'' ''
# expect: - True
# expect: - "UnicodeDecodeError: 'euc_jis_2004' codec can't decode byte 0xff in position 1: incomplete multibyte sequence" 'a\ufffd'
# expect: - "UnicodeDecodeError: 'euc_jis_2004' codec can't decode byte 0x81 in position 0: incomplete multibyte sequence" '\ufffd'
# expect: - "UnicodeDecodeError: 'euc_jis_2004' codec can't decode byte 0xa1 in position 2: incomplete multibyte sequence" 'ab\ufffd'
# expect: - '\x1b$' '\x1b$'
# expect: - "UnicodeDecodeError: 'euc_jis_2004' codec can't decode byte 0xa4 in position 0: illegal multibyte sequence" '\ufffd\u7e6b0'
# expect: - UnicodeEncodeError: 'euc_jis_2004' codec can't encode character '\ud800' in position 1: illegal multibyte sequence b'x&#3585;y'
# expect: - 14 1 1 68ab6861830e
# expect: iso2022_kr iso2022_kr 8b20ad39eef8 2c5525ba36db
# expect: - b'A\x1b$)C\x0e*"ySm.\x0f?\x0eGQ19qiY~!"!!*"\x0fA' 'A\u3042\u6f22\u5b57?\ud55c\uad6d\u4e2d\u6587\u3001\u3000\u3042A'
# expect: - True b'' ''
# expect: - True
# expect: - "UnicodeDecodeError: 'iso2022_kr' codec can't decode byte 0xff in position 1: illegal multibyte sequence" 'a\ufffd'
# expect: - "UnicodeDecodeError: 'iso2022_kr' codec can't decode byte 0x81 in position 0: illegal multibyte sequence" '\ufffd'
# expect: - "UnicodeDecodeError: 'iso2022_kr' codec can't decode byte 0xa1 in position 2: illegal multibyte sequence" 'ab\ufffd'
# expect: - "UnicodeDecodeError: 'iso2022_kr' codec can't decode bytes in position 0-1: incomplete multibyte sequence" '\ufffd'
# expect: - "UnicodeDecodeError: 'iso2022_kr' codec can't decode byte 0xa4 in position 0: illegal multibyte sequence" '\ufffd\ufffd\ufffd0'
# expect: - UnicodeEncodeError: 'iso2022_kr' codec can't encode character '\ud800' in position 1: illegal multibyte sequence b'x&#3585;y'
# expect: - 14 1 1 9b4819d3e2a5
# expect: iso2022_jp iso2022_jp 8b20ad39eef8 b9b28087e183
# expect: - b'A\x1b$B$"4A;z\x1b(B???\x1b$BCfJ8!"!!$"\x1b(BA' 'A\u3042\u6f22\u5b57???\u4e2d\u6587\u3001\u3000\u3042A'
# expect: - True b'' ''
# expect: - True
# expect: - "UnicodeDecodeError: 'iso2022_jp' codec can't decode byte 0xff in position 1: illegal multibyte sequence" 'a\ufffd'
# expect: - "UnicodeDecodeError: 'iso2022_jp' codec can't decode byte 0x81 in position 0: illegal multibyte sequence" '\ufffd'
# expect: - "UnicodeDecodeError: 'iso2022_jp' codec can't decode byte 0xa1 in position 2: illegal multibyte sequence" 'ab\ufffd'
# expect: - "UnicodeDecodeError: 'iso2022_jp' codec can't decode bytes in position 0-1: incomplete multibyte sequence" '\ufffd'
# expect: - "UnicodeDecodeError: 'iso2022_jp' codec can't decode byte 0xa4 in position 0: illegal multibyte sequence" '\ufffd\ufffd\ufffd0'
# expect: - UnicodeEncodeError: 'iso2022_jp' codec can't encode character '\ud800' in position 1: illegal multibyte sequence b'x&#3585;y'
# expect: - 14 1 1 29362a2cfa19
# expect: iso2022_jp_1 iso2022_jp_1 8b20ad39eef8 df1fd57104b9
# expect: - b'A\x1b$B$"4A;z\x1b(B???\x1b$BCfJ8!"!!$"\x1b(BA' 'A\u3042\u6f22\u5b57???\u4e2d\u6587\u3001\u3000\u3042A'
# expect: - True b'' ''
# expect: - True
# expect: - "UnicodeDecodeError: 'iso2022_jp_1' codec can't decode byte 0xff in position 1: illegal multibyte sequence" 'a\ufffd'
# expect: - "UnicodeDecodeError: 'iso2022_jp_1' codec can't decode byte 0x81 in position 0: illegal multibyte sequence" '\ufffd'
# expect: - "UnicodeDecodeError: 'iso2022_jp_1' codec can't decode byte 0xa1 in position 2: illegal multibyte sequence" 'ab\ufffd'
# expect: - "UnicodeDecodeError: 'iso2022_jp_1' codec can't decode bytes in position 0-1: incomplete multibyte sequence" '\ufffd'
# expect: - "UnicodeDecodeError: 'iso2022_jp_1' codec can't decode byte 0xa4 in position 0: illegal multibyte sequence" '\ufffd\ufffd\ufffd0'
# expect: - UnicodeEncodeError: 'iso2022_jp_1' codec can't encode character '\ud800' in position 1: illegal multibyte sequence b'x&#3585;y'
# expect: - 14 1 1 29362a2cfa19
# expect: iso2022_jp_2 iso2022_jp_2 8b20ad39eef8 347221297854
# expect: - b'A\x1b$B$"4A;z\x1b(B?\x1b$(CGQ19\x1b$BCfJ8!"!!$"\x1b(BA' 'A\u3042\u6f22\u5b57?\ud55c\uad6d\u4e2d\u6587\u3001\u3000\u3042A'
# expect: - True b'' ''
# expect: - True
# expect: - "UnicodeDecodeError: 'iso2022_jp_2' codec can't decode byte 0xff in position 1: illegal multibyte sequence" 'a\ufffd'
# expect: - "UnicodeDecodeError: 'iso2022_jp_2' codec can't decode byte 0x81 in position 0: illegal multibyte sequence" '\ufffd'
# expect: - "UnicodeDecodeError: 'iso2022_jp_2' codec can't decode byte 0xa1 in position 2: illegal multibyte sequence" 'ab\ufffd'
# expect: - "UnicodeDecodeError: 'iso2022_jp_2' codec can't decode bytes in position 0-1: incomplete multibyte sequence" '\ufffd'
# expect: - "UnicodeDecodeError: 'iso2022_jp_2' codec can't decode byte 0xa4 in position 0: illegal multibyte sequence" '\ufffd\ufffd\ufffd0'
# expect: - UnicodeEncodeError: 'iso2022_jp_2' codec can't encode character '\ud800' in position 1: illegal multibyte sequence b'x&#3585;y'
# expect: - 14 1 1 1e7f6526ad2a
# expect: iso2022_jp_2004 iso2022_jp_2004 8b20ad39eef8 c131beae23e1
# expect: - b'A\x1b$B$"4A;z\x1b(B???\x1b$BCfJ8!"!!$"\x1b(BA' 'A\u3042\u6f22\u5b57???\u4e2d\u6587\u3001\u3000\u3042A'
# expect: - True b'' ''
# expect: - True
# expect: - "UnicodeDecodeError: 'iso2022_jp_2004' codec can't decode byte 0xff in position 1: illegal multibyte sequence" 'a\ufffd'
# expect: - "UnicodeDecodeError: 'iso2022_jp_2004' codec can't decode byte 0x81 in position 0: illegal multibyte sequence" '\ufffd'
# expect: - "UnicodeDecodeError: 'iso2022_jp_2004' codec can't decode byte 0xa1 in position 2: illegal multibyte sequence" 'ab\ufffd'
# expect: - "UnicodeDecodeError: 'iso2022_jp_2004' codec can't decode bytes in position 0-1: incomplete multibyte sequence" '\ufffd'
# expect: - "UnicodeDecodeError: 'iso2022_jp_2004' codec can't decode byte 0xa4 in position 0: illegal multibyte sequence" '\ufffd\ufffd\ufffd0'
# expect: - UnicodeEncodeError: 'iso2022_jp_2004' codec can't encode character '\ud800' in position 1: illegal multibyte sequence b'x&#3585;y'
# expect: - 14 1 1 29362a2cfa19
# expect: iso2022_jp_3 iso2022_jp_3 8b20ad39eef8 cb4511451e63
# expect: - b'A\x1b$B$"4A;z\x1b(B???\x1b$BCfJ8!"!!$"\x1b(BA' 'A\u3042\u6f22\u5b57???\u4e2d\u6587\u3001\u3000\u3042A'
# expect: - True b'' ''
# expect: - True
# expect: - "UnicodeDecodeError: 'iso2022_jp_3' codec can't decode byte 0xff in position 1: illegal multibyte sequence" 'a\ufffd'
# expect: - "UnicodeDecodeError: 'iso2022_jp_3' codec can't decode byte 0x81 in position 0: illegal multibyte sequence" '\ufffd'
# expect: - "UnicodeDecodeError: 'iso2022_jp_3' codec can't decode byte 0xa1 in position 2: illegal multibyte sequence" 'ab\ufffd'
# expect: - "UnicodeDecodeError: 'iso2022_jp_3' codec can't decode bytes in position 0-1: incomplete multibyte sequence" '\ufffd'
# expect: - "UnicodeDecodeError: 'iso2022_jp_3' codec can't decode byte 0xa4 in position 0: illegal multibyte sequence" '\ufffd\ufffd\ufffd0'
# expect: - UnicodeEncodeError: 'iso2022_jp_3' codec can't encode character '\ud800' in position 1: illegal multibyte sequence b'x&#3585;y'
# expect: - 14 1 1 29362a2cfa19
# expect: iso2022_jp_ext iso2022_jp_ext 8b20ad39eef8 df1fd57104b9
# expect: - b'A\x1b$B$"4A;z\x1b(I6\x1b(B??\x1b$BCfJ8!"!!$"\x1b(BA' 'A\u3042\u6f22\u5b57\uff76??\u4e2d\u6587\u3001\u3000\u3042A'
# expect: - True b'' ''
# expect: - True
# expect: - "UnicodeDecodeError: 'iso2022_jp_ext' codec can't decode byte 0xff in position 1: illegal multibyte sequence" 'a\ufffd'
# expect: - "UnicodeDecodeError: 'iso2022_jp_ext' codec can't decode byte 0x81 in position 0: illegal multibyte sequence" '\ufffd'
# expect: - "UnicodeDecodeError: 'iso2022_jp_ext' codec can't decode byte 0xa1 in position 2: illegal multibyte sequence" 'ab\ufffd'
# expect: - "UnicodeDecodeError: 'iso2022_jp_ext' codec can't decode bytes in position 0-1: incomplete multibyte sequence" '\ufffd'
# expect: - "UnicodeDecodeError: 'iso2022_jp_ext' codec can't decode byte 0xa4 in position 0: illegal multibyte sequence" '\ufffd\ufffd\ufffd0'
# expect: - UnicodeEncodeError: 'iso2022_jp_ext' codec can't encode character '\ud800' in position 1: illegal multibyte sequence b'x&#3585;y'
# expect: - 14 1 1 26542518c3c7
# expect: hz hz 56b1d0d70911 8e5fe1cf4a59
# expect: - b'A~{$"~}?~{WV~}???~{VPND!"!!$"~}A' 'A\u3042?\u5b57???\u4e2d\u6587\u3001\u3000\u3042A'
# expect: - True b'' ''
# expect: - True
# expect: - "UnicodeDecodeError: 'hz' codec can't decode byte 0xff in position 1: illegal multibyte sequence" 'a\ufffd'
# expect: - "UnicodeDecodeError: 'hz' codec can't decode byte 0x81 in position 0: illegal multibyte sequence" '\ufffd'
# expect: - "UnicodeDecodeError: 'hz' codec can't decode byte 0xa1 in position 2: illegal multibyte sequence" 'ab\ufffd'
# expect: - '\x1b$' '\x1b$'
# expect: - "UnicodeDecodeError: 'hz' codec can't decode byte 0xa4 in position 0: illegal multibyte sequence" '\ufffd\ufffd\ufffd0'
# expect: - UnicodeEncodeError: 'hz' codec can't encode character '\ud800' in position 1: illegal multibyte sequence b'x&#3585;y'
# expect: - 14 1 1 b148db60e876
# expect: ['cp932', 'euc_jp', 'euc_kr', 'shift_jis', 'hz', 'cp949', 'gb18030']
# expect: b'a!b' a!b
# expect: IndexError: encoding with 'gbk' codec failed (IndexError: position 99 from error handler out of bounds) IndexError: decoding with 'gbk' codec failed (IndexError: position 99 from error handler out of bounds)
# expect: b'\xa4\xf7\xa4\xab' b'\x1b$(Q$w\x1b$B$+\x1b(B' b'\x907\x959\x841\x826'
