import os
def refuse(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"

print(os.cpu_count() >= len(os.sched_getaffinity(0)) >= 1, type(os.sched_getaffinity(0)).__name__, len(os.urandom(5)))
mask = os.sched_getaffinity(0)
os.sched_setaffinity(0, {min(mask)})
print(len(os.sched_getaffinity(0)), os.sched_setaffinity(0, mask), os.sched_getaffinity(0) == mask)
print(refuse(lambda: os.sched_setaffinity(0, [-1])), os.getpgid(0) == os.getpgrp(), os.nice(0) == os.getpriority(os.PRIO_PROCESS, 0), os.umask(0o22) >= 0, oct(os.umask(0o22)))
print(os.uname().sysname, len(os.uname()), os.times().user >= 0, os.terminal_size((80, 24)), os.strerror(2))
print(os.sysconf("SC_PAGESIZE") > 0, refuse(lambda: os.sysconf("x")), os.name, os.sep, os.linesep == "\n", os.devnull)
print(os.WNOHANG, os.O_CLOEXEC, os.F_OK, os.SEEK_END, os.EX_USAGE, os.fsencode("é"), os.fsdecode(b"\xff") == "\udcff")
print(refuse(lambda: os.fspath(3)), isinstance("x", os.PathLike), refuse(lambda: os.get_terminal_size(99)))
class Path:
    def __fspath__(self):
        return "/dev/null"
print(isinstance(Path(), os.PathLike), os.path.exists(Path()), open(Path()).read() == "")
# expect: True set 5
# expect: 1 None True
# expect: ValueError: negative CPU number True True True 0o22
# expect: Linux 5 True os.terminal_size(columns=80, lines=24) No such file or directory
# expect: True ValueError: unrecognized configuration name posix / True /dev/null
# expect: 1 524288 0 2 64 b'\xc3\xa9' True
# expect: TypeError: expected str, bytes or os.PathLike object, not int False OSError: [Errno 9] Bad file descriptor
# expect: True True True
