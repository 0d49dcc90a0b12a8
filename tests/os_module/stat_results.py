import os
root = f"/tmp/gillab-stat-{os.getpid()}"
os.mkdir(root)
os.chdir(root)
def refuse(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"

with open("f", "w") as f:
    f.write("0123456789")
os.symlink("f", "l")
os.chmod("f", 0o640)
s = os.stat("f")
print(s.st_size, s[6], len(s), oct(s.st_mode), s == os.stat("f"), s.st_mtime_ns // 10**9 == s[8], type(s.st_mtime).__name__)
mode, inode, *rest = s
print(mode == s.st_mode, inode == s.st_ino, len(rest), repr(s).startswith("os.stat_result(st_mode=33184, st_ino="))
print(os.lstat("l").st_mode & 0o170000 == 0o120000, os.stat("l").st_ino == inode, os.stat("l", follow_symlinks=False).st_size)
os.utime("f", (1, 2.5))
print(os.stat("f").st_atime, os.stat("f").st_mtime)
os.utime("f", ns=(5, 7))
print(os.stat("f").st_atime_ns, os.stat("f").st_mtime_ns, os.path.getmtime("f"))
print(refuse(lambda: os.utime("f", (1, 2), ns=(1, 2))), refuse(lambda: os.stat("nope")), refuse(lambda: os.stat(3.5)))
print(os.access("f", os.R_OK), os.access("nope", os.F_OK), os.truncate("f", 3), os.path.getsize("f"))
os.link("f", "h")
print(os.stat("h").st_nlink, os.path.samefile("f", "h"), refuse(lambda: os.link("f", "h")), refuse(lambda: os.rename("no", "x")))
with open("f") as f:
    print(os.fstat(f.fileno()).st_size, os.stat(f.fileno()).st_size)
os.system(f"rm -r {root}")
# expect: 10 10 10 0o100640 True True float
# expect: True True 8 True
# expect: True True 1
# expect: 1.0 2.5
# expect: 5 7 7.000000000000001e-09
# expect: ValueError: utime: you may specify either 'times' or 'ns' but not both FileNotFoundError: [Errno 2] No such file or directory: 'nope' TypeError: stat: path should be string, bytes, os.PathLike or integer, not float
# expect: True False None 3
# expect: 2 True FileExistsError: [Errno 17] File exists: 'f' -> 'h' FileNotFoundError: [Errno 2] No such file or directory: 'no' -> 'x'
# expect: 3 3
