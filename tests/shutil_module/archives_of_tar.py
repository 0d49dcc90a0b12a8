# shutil makes and unpacks archives of tar in every packing.
import os
import shutil
import tempfile

print([row[0] for row in shutil.get_archive_formats()], shutil.get_unpack_formats()[:3])
with tempfile.TemporaryDirectory() as folder:
    os.makedirs(os.path.join(folder, "src", "sub"))
    with open(os.path.join(folder, "src", "sub", "f.txt"), "w") as file:
        file.write("content")
    for kind in ("tar", "gztar", "bztar", "xztar", "zip"):
        made = shutil.make_archive(os.path.join(folder, "out", kind), kind, folder, "src")
        print(os.path.relpath(made, folder), shutil.make_archive(os.path.join(folder, "x"), kind, dry_run=True)[-4:])
        target = os.path.join(folder, "to", kind)
        shutil.unpack_archive(made, target)
        print(open(os.path.join(target, "src", "sub", "f.txt")).read())
    for wrong in (lambda: shutil.unpack_archive("x.unknown"), lambda: shutil.make_archive("x", "nope"),
                  lambda: shutil.unpack_archive(os.path.join(folder, "src", "sub", "f.txt"), format="tar")):
        try:
            wrong()
        except (ValueError, shutil.ReadError) as error:
            print(type(error).__name__, str(error).replace(folder, ""))
# expect: ['bztar', 'gztar', 'tar', 'xztar', 'zip'] [('bztar', ['.tar.bz2', '.tbz2'], "bzip2'ed tar-file"), ('gztar', ['.tar.gz', '.tgz'], "gzip'ed tar-file"), ('tar', ['.tar'], 'uncompressed tar file')]
# expect: out/tar.tar .tar
# expect: content
# expect: out/gztar.tar.gz r.gz
# expect: content
# expect: out/bztar.tar.bz2 .bz2
# expect: content
# expect: out/xztar.tar.xz r.xz
# expect: content
# expect: out/zip.zip .zip
# expect: content
# expect: ReadError Unknown archive format 'x.unknown'
# expect: ValueError unknown archive format 'nope'
# expect: ReadError /src/sub/f.txt is not a compressed or uncompressed tar file
