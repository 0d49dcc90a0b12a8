# Archives of every format and packing: added, listed, taken out; links, long names, damage.
import io
import os
import tarfile
import tempfile

with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    os.makedirs("src/sub")
    with open("src/one.txt", "w") as file:
        file.write("one\n" * 300)
    with open("src/sub/" + "n" * 95, "wb") as file:
        file.write(b"\x00\x01")
    os.symlink("one.txt", "src/link")
    os.link("src/one.txt", "src/hard")
    os.chmod("src/one.txt", 0o640)
    os.utime("src/one.txt", (1, 1000000000))
    for mode, form in (("w", tarfile.USTAR_FORMAT), ("w:gz", tarfile.GNU_FORMAT), ("w:bz2", tarfile.PAX_FORMAT),
                       ("w:xz", tarfile.PAX_FORMAT), ("w|gz", tarfile.PAX_FORMAT)):
        with tarfile.open("a.tar", mode, format=form) as archive:
            archive.add("src", filter=lambda info: None if info.name.endswith("no") else info)
            info = tarfile.TarInfo("gr\xfc\xdfe/data.bin")
            info.size, info.mtime = 5, 12345.5 if form == tarfile.PAX_FORMAT else 12345
            archive.addfile(info, io.BytesIO(b"hello world"))
        with tarfile.open("a.tar") as archive:
            names = archive.getnames()
            print(mode, len(names), names[-1], [name[:20] for name in names[:3]])
            one = archive.getmember("src/one.txt" if "src/one.txt" in names and
                                    archive.getmember("src/one.txt").isreg() else "src/hard")
            print(one.size, oct(one.mode), archive.extractfile("gr\xfc\xdfe/data.bin").read())
            print(archive.getmember("src/link").linkname, archive.getmember(info.name).mtime)
            archive.extractall("out")
        print(os.readlink("out/src/link"), open("out/src/hard").read() == "one\n" * 300,
              os.path.samefile("out/src/hard", "out/src/one.txt"), os.path.getsize("out/src/sub/" + "n" * 95))
    with tarfile.open("a.tar", "r|*") as stream:
        print([member.name[:10] for member in stream][:2])
    with tarfile.open("b.tar", "w") as archive:
        archive.add("src/one.txt", "x")
    with tarfile.open("b.tar", "a") as archive:
        archive.add("src/one.txt", "y")
    with tarfile.open("b.tar") as archive:
        print(archive.getnames(), "y" in archive.getnames())
    print(tarfile.is_tarfile("b.tar"), tarfile.is_tarfile("src/one.txt"))
    for wrong in (lambda: tarfile.open("src/one.txt", "r:"), lambda: tarfile.open("b.tar", "r:zz"),
                  lambda: tarfile.open(), lambda: tarfile.open("b.tar").getmember("no"),
                  lambda: tarfile.open("nowhere.tar"),
                  lambda: tarfile.open("b.tar", "q")):
        try:
            wrong()
        except Exception as error:
            print(type(error).__name__, str(error).splitlines()[0])
    os.chdir("/")
# expect: w 7 grüße/data.bin ['src', 'src/hard', 'src/link']
# expect: 1200 0o640 b'hello'
# expect: one.txt 12345
# expect: one.txt True True 2
# expect: w:gz 7 grüße/data.bin ['src', 'src/hard', 'src/link']
# expect: 1200 0o640 b'hello'
# expect: one.txt 12345
# expect: one.txt True True 2
# expect: w:bz2 7 grüße/data.bin ['src', 'src/hard', 'src/link']
# expect: 1200 0o640 b'hello'
# expect: one.txt 12345.5
# expect: one.txt True True 2
# expect: w:xz 7 grüße/data.bin ['src', 'src/hard', 'src/link']
# expect: 1200 0o640 b'hello'
# expect: one.txt 12345.5
# expect: one.txt True True 2
# expect: w|gz 7 grüße/data.bin ['src', 'src/hard', 'src/link']
# expect: 1200 0o640 b'hello'
# expect: one.txt 12345.5
# expect: one.txt True True 2
# expect: ['src', 'src/hard']
# expect: ['x', 'y'] True
# expect: True False
# expect: ReadError invalid header
# expect: CompressionError unknown compression type 'zz'
# expect: ValueError nothing to open
# expect: KeyError "filename 'no' not found"
# expect: FileNotFoundError [Errno 2] No such file or directory: 'nowhere.tar'
# expect: ValueError undiscernible mode
