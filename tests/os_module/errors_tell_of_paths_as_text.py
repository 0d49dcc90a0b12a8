import os, pathlib, tempfile

os.chdir(tempfile.mkdtemp())
path = pathlib.Path("nope/x")
for function in (os.stat, open, os.mkdir, os.listdir, os.chdir, os.remove, os.rmdir, os.readlink, os.statvfs, os.utime, pathlib.Path.stat,
                 pathlib.Path.mkdir, pathlib.Path.unlink, pathlib.Path.read_text, pathlib.Path.touch, pathlib.Path.lstat):
    try:
        function(path)
    except OSError as error:
        print(function.__name__, error, repr(error.filename))
for function in os.rename, os.link, os.symlink, os.replace, pathlib.Path.rename:
    try:
        function(path, pathlib.Path("nope/y"))
    except OSError as error:
        print(function.__name__, error, repr(error.filename), repr(error.filename2))
os.rmdir(os.getcwd())
# expect: stat [Errno 2] No such file or directory: 'nope/x' 'nope/x'
# expect: open [Errno 2] No such file or directory: 'nope/x' 'nope/x'
# expect: mkdir [Errno 2] No such file or directory: 'nope/x' 'nope/x'
# expect: listdir [Errno 2] No such file or directory: 'nope/x' 'nope/x'
# expect: chdir [Errno 2] No such file or directory: 'nope/x' 'nope/x'
# expect: remove [Errno 2] No such file or directory: 'nope/x' 'nope/x'
# expect: rmdir [Errno 2] No such file or directory: 'nope/x' 'nope/x'
# expect: readlink [Errno 2] No such file or directory: 'nope/x' 'nope/x'
# expect: statvfs [Errno 2] No such file or directory: 'nope/x' 'nope/x'
# expect: utime [Errno 2] No such file or directory None
# expect: stat [Errno 2] No such file or directory: 'nope/x' 'nope/x'
# expect: mkdir [Errno 2] No such file or directory: 'nope/x' 'nope/x'
# expect: unlink [Errno 2] No such file or directory: 'nope/x' 'nope/x'
# expect: read_text [Errno 2] No such file or directory: 'nope/x' 'nope/x'
# expect: touch [Errno 2] No such file or directory: 'nope/x' 'nope/x'
# expect: lstat [Errno 2] No such file or directory: 'nope/x' 'nope/x'
# expect: rename [Errno 2] No such file or directory: 'nope/x' -> 'nope/y' 'nope/x' 'nope/y'
# expect: link [Errno 2] No such file or directory: 'nope/x' -> 'nope/y' 'nope/x' 'nope/y'
# expect: symlink [Errno 2] No such file or directory: 'nope/x' -> 'nope/y' 'nope/x' 'nope/y'
# expect: replace [Errno 2] No such file or directory: 'nope/x' -> 'nope/y' 'nope/x' 'nope/y'
# expect: rename [Errno 2] No such file or directory: 'nope/x' -> 'nope/y' 'nope/x' 'nope/y'
