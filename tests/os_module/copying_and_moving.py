import os, shutil, tempfile
def refuse(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"

with tempfile.TemporaryDirectory() as root:
    os.chdir(root)
    os.makedirs("a/b")
    with open("a/f", "w") as f:
        f.write("text")
    os.chmod("a/f", 0o640)
    os.symlink("f", "a/l")
    print(shutil.copy("a/f", "c"), open("c").read(), oct(os.stat("c").st_mode), shutil.copy2("a/f", "a/b"), os.stat("a/b/f").st_mtime_ns == os.stat("a/f").st_mtime_ns)
    print(refuse(lambda: shutil.copyfile("c", "c")), refuse(lambda: shutil.copyfile("no", "x")), refuse(lambda: shutil.copyfile("c", "nowhere/x")))
    print(shutil.copytree("a", "t"), sorted(os.listdir("t")), os.path.islink("t/l"), shutil.copytree("a", "s", symlinks=True), os.readlink("s/l"))
    print(refuse(lambda: shutil.copytree("a", "t")).split(":")[0], shutil.copytree("a", "t", dirs_exist_ok=True), shutil.copytree("a", "i", ignore=shutil.ignore_patterns("f", "l")), os.listdir("i"))
    print(shutil.move("c", "d"), os.path.exists("c"), shutil.move("d", "a"), refuse(lambda: shutil.move("s", "s/b")), shutil.move("s", "moved"), sorted(os.listdir("moved")))
    print(shutil.rmtree("t"), os.path.exists("t"), refuse(lambda: shutil.rmtree("t")).split(":")[0], shutil.rmtree("t", ignore_errors=True), refuse(lambda: shutil.rmtree("a/l")))
    print(shutil.which("sh") in ("/bin/sh", "/usr/bin/sh"), shutil.which("no-such-program"), shutil.which("/bin/sh"), shutil.disk_usage("/").total > 0, shutil.get_terminal_size((5, 6))[0] > 0)
    with open("a/f", "rb") as source, open("o", "wb") as target:
        print(shutil.copyfileobj(source, target))
    print(open("o").read())
    os.chdir("/")
# expect: c text 0o100640 a/b/f True
# expect: SameFileError: 'c' and 'c' are the same file FileNotFoundError: [Errno 2] No such file or directory: 'no' FileNotFoundError: [Errno 2] No such file or directory: 'nowhere/x'
# expect: t ['b', 'f', 'l'] False s f
# expect: FileExistsError t i ['b']
# expect: d False a/d Error: Cannot move a directory 's' into itself 's/b'. moved ['b', 'f', 'l']
# expect: None False FileNotFoundError None OSError: Cannot call rmtree on a symbolic link
# expect: True None /bin/sh True True
# expect: None
# expect: text
