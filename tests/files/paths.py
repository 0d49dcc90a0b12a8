import os
p = os.path
print(p.basename("/a/b.c"), p.dirname("/a/b.c"), p.split("/a/b/"), p.splitext("/a/b.tar.gz"), p.splitext(".rc"))
print(p.join("a", "b", "c"), p.join("a", "/b"), p.normpath("/a/../b//c/."), p.normpath(""), p.isabs("/x"), p.isabs("x"))
print(p.relpath("/a/b", "/a/c"), p.commonpath(["/a/b", "/a/c"]), p.commonprefix(["abc", "abd"]), p.exists("/"), p.isdir("/"), p.isfile("/"))
for action in (lambda: os.listdir("/nowhere"), lambda: os.environ["NO_SUCH_VARIABLE"], lambda: os.fspath(5), lambda: os.rmdir("/nowhere")):
    try: action()
    except Exception as error: print(f"{type(error).__name__}: {error}")
os.environ["GILLAB_TEST"] = "1"
print(os.getenv("GILLAB_TEST"), os.environ.get("NO_SUCH_VARIABLE", "default"), os.sep, os.name, repr(os.linesep))
# expect: b.c /a ('/a/b', '') ('/a/b.tar', '.gz') ('.rc', '')
# expect: a/b/c /b /b/c . True False
# expect: ../b /a ab True True False
# expect: FileNotFoundError: [Errno 2] No such file or directory: '/nowhere'
# expect: KeyError: 'NO_SUCH_VARIABLE'
# expect: TypeError: expected str, bytes or os.PathLike object, not int
# expect: FileNotFoundError: [Errno 2] No such file or directory: '/nowhere'
# expect: 1 default / posix '\n'
