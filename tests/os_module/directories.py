import os
root = f"/tmp/gillab-directories-{os.getpid()}"
os.mkdir(root)
os.chdir(root)
def refuse(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"

os.makedirs("a/b/c")
print(refuse(lambda: os.makedirs("a/b")), os.makedirs("a/b", exist_ok=True), refuse(lambda: os.mkdir("a")))
open("a/f", "w").close()
os.symlink("f", "a/l")
os.symlink("b", "a/d")
print(sorted(os.listdir("a")), sorted(os.listdir(b"a")), os.readlink("a/l"))
print(sorted((e.name, e.path, e.is_dir(), e.is_file(), e.is_symlink(), e.is_dir(follow_symlinks=False)) for e in os.scandir("a")))
with os.scandir("a/b") as entries:
    entry = next(entries)
    print(entry, entry.stat().st_mode == os.stat("a/b/c").st_mode, entry.inode() == os.stat("a/b/c").st_ino, os.fspath(entry))
print([(d, sorted(ds), sorted(fs)) for d, ds, fs in os.walk("a")])
print([(d, sorted(ds), sorted(fs)) for d, ds, fs in os.walk("a", topdown=False)])
print(list(os.walk("nowhere")), refuse(lambda: os.listdir("nowhere")), refuse(lambda: os.rmdir("a")))
os.removedirs("a/b/c")
print(sorted(os.listdir("a")), os.path.islink("a/d"), os.path.exists("a/d"), os.path.lexists("a/d"))
os.renames("a/f", "x/y/f")
print(os.path.isfile("x/y/f"), os.getcwd() == os.path.realpath(root), os.getcwdb() == os.fsencode(os.getcwd()))
os.system(f"rm -r {root}")
# expect: FileExistsError: [Errno 17] File exists: 'a/b' None FileExistsError: [Errno 17] File exists: 'a'
# expect: ['b', 'd', 'f', 'l'] [b'b', b'd', b'f', b'l'] f
# expect: [('b', 'a/b', True, False, False, True), ('d', 'a/d', True, False, True, False), ('f', 'a/f', False, True, False, False), ('l', 'a/l', False, True, True, False)]
# expect: <DirEntry 'c'> True True a/b/c
# expect: [('a', ['b', 'd'], ['f', 'l']), ('a/b', ['c'], []), ('a/b/c', [], [])]
# expect: [('a/b/c', [], []), ('a/b', ['c'], []), ('a', ['b', 'd'], ['f', 'l'])]
# expect: [] FileNotFoundError: [Errno 2] No such file or directory: 'nowhere' OSError: [Errno 39] Directory not empty: 'a'
# expect: ['d', 'f', 'l'] True False True
# expect: True True True
