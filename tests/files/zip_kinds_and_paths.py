import io, zipfile


def refuse(function, *args, **named):
    try:
        return function(*args, **named)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


content = b"some text, " * 50
for kind in zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", kind) as archive:
        archive.writestr("a/b/one.txt", content)
        archive.writestr("a/two.md", "tëxt\nsecond\n")
        with archive.open("three", "w") as file:
            file.write(content[:100])
    archive = zipfile.ZipFile(data)
    info = archive.getinfo("a/b/one.txt")
    print(archive.read(info) == content, info.compress_type, info.compress_size < 600, info.extract_version, archive.testzip())
    member = archive.open("a/b/one.txt")
    print(member, member.read(9), member.seek(-4, 2), member.read(), member.tell())
    archive.close()
    print(member.seek(0), member.read(4), archive)
    member.close()
    print(member)

data.name = "data.zip"
root = zipfile.Path(zipfile.ZipFile(data))
print([str(each) for each in root.iterdir()], root.is_dir(), root.exists(), root.at == "")
two = root / "a" / "two.md"
print(two.name, two.suffix, two.stem, two.exists(), two.is_file(), two.read_text(encoding="utf-8"), two.read_bytes())
print(two.parent.at, (root / "a").is_dir(), (root / "a/b").at, root.joinpath("a", "nothing").exists())
print([each.at for each in (root / "a").iterdir()])
with two.open(encoding="utf-8") as file:
    print(list(file))
print(refuse((root / "a").open), refuse((root / "no").open), refuse(two.open, "rb", "utf-8"), refuse(two.iterdir))
print(refuse(zipfile.ZipFile, io.BytesIO(b"no")), refuse(zipfile.ZipFile, io.BytesIO(), "w", 99))
archive = zipfile.ZipFile(io.BytesIO(), "w")
print(refuse(archive.open, "x", "w", b"p"), refuse(archive.setpassword, "p"), refuse(archive.getinfo, "x"))
archive.close()
# expect: True 0 True 20 None
# expect: <zipfile.ZipExtFile name='a/b/one.txt' mode='r'> b'some text' 546 b'xt, ' 550
# expect: 0 b'some' <zipfile.ZipFile [closed]>
# expect: <zipfile.ZipExtFile [closed]>
# expect: True 8 True 20 None
# expect: <zipfile.ZipExtFile name='a/b/one.txt' mode='r' compress_type=deflate> b'some text' 546 b'xt, ' 550
# expect: 0 b'some' <zipfile.ZipFile [closed]>
# expect: <zipfile.ZipExtFile [closed]>
# expect: True 12 True 46 None
# expect: <zipfile.ZipExtFile name='a/b/one.txt' mode='r' compress_type=bzip2> b'some text' 546 b'xt, ' 550
# expect: 0 b'some' <zipfile.ZipFile [closed]>
# expect: <zipfile.ZipExtFile [closed]>
# expect: True 14 True 63 None
# expect: <zipfile.ZipExtFile name='a/b/one.txt' mode='r' compress_type=lzma> b'some text' 546 b'xt, ' 550
# expect: 0 b'some' <zipfile.ZipFile [closed]>
# expect: <zipfile.ZipExtFile [closed]>
# expect: ['data.zip/three', 'data.zip/a/'] True False True
# expect: two.md .md two True True tëxt
# expect: second
# expect:  b't\xc3\xabxt\nsecond\n'
# expect: a/ True a/b/ False
# expect: ['a/two.md', 'a/b/']
# expect: ['tëxt\n', 'second\n']
# expect: IsADirectoryError: data.zip/a/ FileNotFoundError: data.zip/no ValueError: encoding args invalid for binary operation ValueError: Can't listdir a file
# expect: BadZipFile: File is not a zip file NotImplementedError: That compression method is not supported
# expect: ValueError: pwd is only supported for reading files TypeError: pwd: expected bytes, got str KeyError: "There is no item named 'x' in the archive"
