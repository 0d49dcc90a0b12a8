import io, os, tempfile

path = os.path.join(tempfile.mkdtemp(), "text")


def refuse(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for encoding in "cp1251", "koi8-r", "euc_jp", "gbk", "cp037":
    text = "abc\r\nd\re\n\nlast" if encoding == "cp037" else "Aпр\r\nДве\rc\n\nлиния"
    with open(path, "w", encoding=encoding, newline="") as file:
        print(encoding, file.write(text), file.encoding, file.tell())
    for newline in None, "", "\n", "\r", "\r\n":
        with open(path, encoding=encoding, newline=newline) as file:
            print([file.readlines(), file.newlines, file.read()])
        with open(path, encoding=encoding, newline=newline) as file:
            print([file.readline(2) for _ in range(9)])
        with open(path, encoding=encoding, newline=newline) as file:
            print([file.read(3) for _ in range(6)], list(file))
    with open(path, encoding=encoding) as file:
        places = [file.tell() for line in iter(file.readline, "")]
        for place in reversed(places):
            file.seek(place)
            print(ascii(file.read(2)), end="|")
        print(refuse(lambda: file.seek(1, 1)), refuse(lambda: file.seek(-1)), refuse(lambda: file.write("a")))
    with open(path, "r+", encoding=encoding) as file:
        file.read(1)
        file.seek(0, 2)
        file.write("ZZ")
        file.seek(0)
        print(repr(file.read()))
    with open(path, "a", encoding=encoding) as file:
        print("!", end="\n", file=file)
    with open(path, "rb") as file:
        print(repr(file.read()))
for encoding in "utf-8-sig", "utf-16":
    with open(path, "w", encoding=encoding) as file:
        file.write("aaa")
        place = file.tell()
    with open(path, "r+", encoding=encoding) as file:
        file.seek(place)
        file.write("zzz")
        file.seek(0)
        file.write("bbb")
    with open(path, "a", encoding=encoding) as file:
        file.write("!\r\n")
    with open(path, encoding=encoding) as file:
        print([file.read(), file.newlines], os.path.getsize(path))
print(refuse(lambda: open(path, encoding="nope")), refuse(lambda: open(path, encoding="rot13")))
with open(path, "wb") as file:
    file.write(b"ab\xff\nc\x98")
for errors in "strict", "replace", "ignore":
    with open(path, encoding="cp1251", errors=errors) as one, open(path, encoding="gbk", errors=errors) as other:
        print(ascii(refuse(one.read)), ascii(refuse(other.read)))
stream = io.TextIOWrapper(io.BytesIO(), "ascii", newline="\r\n")
stream.write("a\n")
stream.reconfigure(encoding="cp1251")
stream.write("Д\n")
stream.reconfigure(encoding="utf-8-sig", newline="\n")
stream.write("é\n")
stream.flush()
print(stream.buffer.getvalue(), stream)
print(refuse(lambda: stream.reconfigure(encoding="hex")))
os.remove(path)
os.rmdir(os.path.dirname(path))
# expect: cp1251 17 cp1251 17
# expect: [['Aпр\n', 'Две\n', 'c\n', '\n', 'линия'], ('\r', '\n', '\r\n'), '']
# expect: ['Aп', 'р\n', 'Дв', 'е\n', 'c\n', '\n', 'ли', 'ни', 'я']
# expect: ['Aпр', '\nДв', 'е\nc', '\n\nл', 'ини', 'я'] []
# expect: [['Aпр\r\n', 'Две\r', 'c\n', '\n', 'линия'], ('\r', '\n', '\r\n'), '']
# expect: ['Aп', 'р\r', '\n', 'Дв', 'е\r', 'c\n', '\n', 'ли', 'ни']
# expect: ['Aпр', '\r\nД', 'ве\r', 'c\n\n', 'лин', 'ия'] []
# expect: [['Aпр\r\n', 'Две\rc\n', '\n', 'линия'], None, '']
# expect: ['Aп', 'р\r', '\n', 'Дв', 'е\r', 'c\n', '\n', 'ли', 'ни']
# expect: ['Aпр', '\r\nД', 'ве\r', 'c\n\n', 'лин', 'ия'] []
# expect: [['Aпр\r', '\nДве\r', 'c\n\nлиния'], None, '']
# expect: ['Aп', 'р\r', '\nД', 'ве', '\r', 'c\n', '\nл', 'ин', 'ия']
# expect: ['Aпр', '\r\nД', 'ве\r', 'c\n\n', 'лин', 'ия'] []
# expect: [['Aпр\r\n', 'Две\rc\n\nлиния'], None, '']
# expect: ['Aп', 'р\r', '\nД', 'ве', '\rc', '\n\n', 'ли', 'ни', 'я']
# expect: ['Aпр', '\r\nД', 'ве\r', 'c\n\n', 'лин', 'ия'] []
# expect: ''|'\u043b\u0438'|'\n\u043b'|'c\n'|'\u0414\u0432'|UnsupportedOperation: can't do nonzero cur-relative seeks ValueError: negative seek position -1 UnsupportedOperation: not writable
# expect: 'Aпр\nДве\nc\n\nлинияZZ'
# expect: b'A\xef\xf0\r\n\xc4\xe2\xe5\rc\n\n\xeb\xe8\xed\xe8\xffZZ!\n'
# expect: koi8-r 17 koi8-r 17
# expect: [['Aпр\n', 'Две\n', 'c\n', '\n', 'линия'], ('\r', '\n', '\r\n'), '']
# expect: ['Aп', 'р\n', 'Дв', 'е\n', 'c\n', '\n', 'ли', 'ни', 'я']
# expect: ['Aпр', '\nДв', 'е\nc', '\n\nл', 'ини', 'я'] []
# expect: [['Aпр\r\n', 'Две\r', 'c\n', '\n', 'линия'], ('\r', '\n', '\r\n'), '']
# expect: ['Aп', 'р\r', '\n', 'Дв', 'е\r', 'c\n', '\n', 'ли', 'ни']
# expect: ['Aпр', '\r\nД', 'ве\r', 'c\n\n', 'лин', 'ия'] []
# expect: [['Aпр\r\n', 'Две\rc\n', '\n', 'линия'], None, '']
# expect: ['Aп', 'р\r', '\n', 'Дв', 'е\r', 'c\n', '\n', 'ли', 'ни']
# expect: ['Aпр', '\r\nД', 'ве\r', 'c\n\n', 'лин', 'ия'] []
# expect: [['Aпр\r', '\nДве\r', 'c\n\nлиния'], None, '']
# expect: ['Aп', 'р\r', '\nД', 'ве', '\r', 'c\n', '\nл', 'ин', 'ия']
# expect: ['Aпр', '\r\nД', 'ве\r', 'c\n\n', 'лин', 'ия'] []
# expect: [['Aпр\r\n', 'Две\rc\n\nлиния'], None, '']
# expect: ['Aп', 'р\r', '\nД', 'ве', '\rc', '\n\n', 'ли', 'ни', 'я']
# expect: ['Aпр', '\r\nД', 'ве\r', 'c\n\n', 'лин', 'ия'] []
# expect: ''|'\u043b\u0438'|'\n\u043b'|'c\n'|'\u0414\u0432'|UnsupportedOperation: can't do nonzero cur-relative seeks ValueError: negative seek position -1 UnsupportedOperation: not writable
# expect: 'Aпр\nДве\nc\n\nлинияZZ'
# expect: b'A\xd0\xd2\r\n\xe4\xd7\xc5\rc\n\n\xcc\xc9\xce\xc9\xd1ZZ!\n'
# expect: euc_jp 17 euc_jp 27
# expect: [['Aпр\n', 'Две\n', 'c\n', '\n', 'линия'], ('\r', '\n', '\r\n'), '']
# expect: ['Aп', 'р\n', 'Дв', 'е\n', 'c\n', '\n', 'ли', 'ни', 'я']
# expect: ['Aпр', '\nДв', 'е\nc', '\n\nл', 'ини', 'я'] []
# expect: [['Aпр\r\n', 'Две\r', 'c\n', '\n', 'линия'], ('\r', '\n', '\r\n'), '']
# expect: ['Aп', 'р\r', '\n', 'Дв', 'е\r', 'c\n', '\n', 'ли', 'ни']
# expect: ['Aпр', '\r\nД', 'ве\r', 'c\n\n', 'лин', 'ия'] []
# expect: [['Aпр\r\n', 'Две\rc\n', '\n', 'линия'], None, '']
# expect: ['Aп', 'р\r', '\n', 'Дв', 'е\r', 'c\n', '\n', 'ли', 'ни']
# expect: ['Aпр', '\r\nД', 'ве\r', 'c\n\n', 'лин', 'ия'] []
# expect: [['Aпр\r', '\nДве\r', 'c\n\nлиния'], None, '']
# expect: ['Aп', 'р\r', '\nД', 'ве', '\r', 'c\n', '\nл', 'ин', 'ия']
# expect: ['Aпр', '\r\nД', 'ве\r', 'c\n\n', 'лин', 'ия'] []
# expect: [['Aпр\r\n', 'Две\rc\n\nлиния'], None, '']
# expect: ['Aп', 'р\r', '\nД', 'ве', '\rc', '\n\n', 'ли', 'ни', 'я']
# expect: ['Aпр', '\r\nД', 'ве\r', 'c\n\n', 'лин', 'ия'] []
# expect: ''|'\u043b\u0438'|'\n\u043b'|'c\n'|'\u0414\u0432'|UnsupportedOperation: can't do nonzero cur-relative seeks ValueError: negative seek position -1 UnsupportedOperation: not writable
# expect: 'Aпр\nДве\nc\n\nлинияZZ'
# expect: b'A\xa7\xe1\xa7\xe2\r\n\xa7\xa5\xa7\xd3\xa7\xd6\rc\n\n\xa7\xdd\xa7\xda\xa7\xdf\xa7\xda\xa7\xf1ZZ!\n'
# expect: gbk 17 gbk 27
# expect: [['Aпр\n', 'Две\n', 'c\n', '\n', 'линия'], ('\r', '\n', '\r\n'), '']
# expect: ['Aп', 'р\n', 'Дв', 'е\n', 'c\n', '\n', 'ли', 'ни', 'я']
# expect: ['Aпр', '\nДв', 'е\nc', '\n\nл', 'ини', 'я'] []
# expect: [['Aпр\r\n', 'Две\r', 'c\n', '\n', 'линия'], ('\r', '\n', '\r\n'), '']
# expect: ['Aп', 'р\r', '\n', 'Дв', 'е\r', 'c\n', '\n', 'ли', 'ни']
# expect: ['Aпр', '\r\nД', 'ве\r', 'c\n\n', 'лин', 'ия'] []
# expect: [['Aпр\r\n', 'Две\rc\n', '\n', 'линия'], None, '']
# expect: ['Aп', 'р\r', '\n', 'Дв', 'е\r', 'c\n', '\n', 'ли', 'ни']
# expect: ['Aпр', '\r\nД', 'ве\r', 'c\n\n', 'лин', 'ия'] []
# expect: [['Aпр\r', '\nДве\r', 'c\n\nлиния'], None, '']
# expect: ['Aп', 'р\r', '\nД', 'ве', '\r', 'c\n', '\nл', 'ин', 'ия']
# expect: ['Aпр', '\r\nД', 'ве\r', 'c\n\n', 'лин', 'ия'] []
# expect: [['Aпр\r\n', 'Две\rc\n\nлиния'], None, '']
# expect: ['Aп', 'р\r', '\nД', 'ве', '\rc', '\n\n', 'ли', 'ни', 'я']
# expect: ['Aпр', '\r\nД', 'ве\r', 'c\n\n', 'лин', 'ия'] []
# expect: ''|'\u043b\u0438'|'\n\u043b'|'c\n'|'\u0414\u0432'|UnsupportedOperation: can't do nonzero cur-relative seeks ValueError: negative seek position -1 UnsupportedOperation: not writable
# expect: 'Aпр\nДве\nc\n\nлинияZZ'
# expect: b'A\xa7\xe1\xa7\xe2\r\n\xa7\xa5\xa7\xd3\xa7\xd6\rc\n\n\xa7\xdd\xa7\xda\xa7\xdf\xa7\xda\xa7\xf1ZZ!\n'
# expect: cp037 14 cp037 14
# expect: [['abc\n', 'd\n', 'e\n', '\n', 'last'], ('\r', '\n', '\r\n'), '']
# expect: ['ab', 'c\n', 'd\n', 'e\n', '\n', 'la', 'st', '', '']
# expect: ['abc', '\nd\n', 'e\n\n', 'las', 't', ''] []
# expect: [['abc\r\n', 'd\r', 'e\n', '\n', 'last'], ('\r', '\n', '\r\n'), '']
# expect: ['ab', 'c\r', '\n', 'd\r', 'e\n', '\n', 'la', 'st', '']
# expect: ['abc', '\r\nd', '\re\n', '\nla', 'st', ''] []
# expect: [['abc\r\n', 'd\re\n', '\n', 'last'], None, '']
# expect: ['ab', 'c\r', '\n', 'd\r', 'e\n', '\n', 'la', 'st', '']
# expect: ['abc', '\r\nd', '\re\n', '\nla', 'st', ''] []
# expect: [['abc\r', '\nd\r', 'e\n\nlast'], None, '']
# expect: ['ab', 'c\r', '\nd', '\r', 'e\n', '\nl', 'as', 't', '']
# expect: ['abc', '\r\nd', '\re\n', '\nla', 'st', ''] []
# expect: [['abc\r\n', 'd\re\n\nlast'], None, '']
# expect: ['ab', 'c\r', '\nd', '\re', '\n\n', 'la', 'st', '', '']
# expect: ['abc', '\r\nd', '\re\n', '\nla', 'st', ''] []
# expect: ''|'la'|'\nl'|'e\n'|'d\n'|UnsupportedOperation: can't do nonzero cur-relative seeks ValueError: negative seek position -1 UnsupportedOperation: not writable
# expect: 'abc\nd\ne\n\nlastZZ'
# expect: b'\x81\x82\x83\r%\x84\r\x85%%\x93\x81\xa2\xa3\xe9\xe9Z%'
# expect: ['bbbzzz!\n', '\r\n'] 12
# expect: ['bbbzzz!\n', '\r\n'] 20
# expect: LookupError: unknown encoding: nope LookupError: 'rot13' is not a text encoding; use codecs.open() to handle arbitrary codecs
# expect: "UnicodeDecodeError: 'charmap' codec can't decode byte 0x98 in position 5: character maps to <undefined>" "UnicodeDecodeError: 'gbk' codec can't decode byte 0xff in position 2: illegal multibyte sequence"
# expect: 'ab\u044f\nc\ufffd' 'ab\ufffd\nc\ufffd'
# expect: 'ab\u044f\nc' 'ab\nc'
# expect: b'a\r\n\xc4\r\n\xc3\xa9\n' <_io.TextIOWrapper encoding='utf-8-sig'>
# expect: LookupError: 'hex' is not a text encoding; use codecs.open() to handle arbitrary codecs
