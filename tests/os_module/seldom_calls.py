import os, pickle, posix, tempfile

folder = tempfile.mkdtemp()
path = os.path.join(folder, "file")


def refuse(function, *args, **named):
    try:
        return function(*args, **named)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


with open(path, "wb") as file:
    file.write(b"0123456789")
fd = os.open(path, os.O_RDWR)
one, two = bytearray(3), bytearray(4)
print(os.preadv(fd, [one, two], 2), one, two, os.pwritev(fd, [b"ab", b"c"], 1))
os.posix_fadvise(fd, 0, 0, os.POSIX_FADV_WILLNEED)
os.posix_fallocate(fd, 0, 12)
os.lockf(fd, os.F_LOCK, 1)
print(os.fstat(fd).st_size, os.fpathconf(fd, "PC_NAME_MAX"), os.pathconf(path, "PC_PATH_MAX"), os.fstatvfs(fd)[0] > 0)
other = os.open(path + "2", os.O_RDWR | os.O_CREAT)
print(os.copy_file_range(fd, other, 5, 1, 0), os.pread(other, 9, 0), refuse(os.copy_file_range, fd, other, -1))
os.fchmod(other, 0o640)
os.fchown(other, -1, -1)
os.lchown(path + "2", -1, -1)
print(oct(os.stat(other).st_mode), refuse(os.fchown, "x", 0, 0), refuse(os.pathconf, path, "no"))
os.close(other)
memory = os.memfd_create("name")
print(os.write(memory, b"text"), os.pread(memory, 9, 0), os.get_inheritable(memory))
event = os.eventfd(3)
os.eventfd_write(event, 4)
print(os.eventfd_read(event), refuse(os.eventfd, -1))
directory = os.open(folder, os.O_RDONLY)
os.link("file", "linked", src_dir_fd=directory, dst_dir_fd=directory)
os.mkfifo("pipe", dir_fd=directory)
os.mkdir(os.path.join(folder, "below"))
os.symlink("nowhere/at/all", os.path.join(folder, "below", "broken"))
os.symlink("../file/impossible", os.path.join(folder, "below", "wrong"))
for top, folders, files in os.walk(folder):
    print(os.path.relpath(top, folder), sorted(folders), sorted(files))
for top, folders, files, number in os.fwalk(folder, topdown=False):
    print(os.path.relpath(top, folder), sorted(folders), sorted(files), number > 2)
for descriptor in fd, memory, event, directory:
    os.close(descriptor)
print(refuse(os.fwalk("/nowhere").__next__))
print(os.sysconf("SC_PAGESIZE") == os.sysconf(os.sysconf_names["SC_PAGESIZE"]), os.confstr("CS_PATH"), refuse(os.confstr, "x"))
print(os.major(os.makedev(5, 6)), os.minor(os.makedev(5, 6)), os.getresuid()[0] == os.getuid(), os.ctermid())
print(os.sched_get_priority_max(os.SCHED_FIFO), os.sched_getscheduler(0) >= 0, os.sched_getparam(0), os.sched_param(3))
print(os.getgrouplist("root", 0)[:1], refuse(os.setgroups, ["a"]), os.device_encoding(99), os.RTLD_NOW, os.P_PIDFD)
leader, follower = os.openpty()
print(os.isatty(leader), os.isatty(follower), os.ttyname(follower).startswith("/dev/"))
os.close(leader)
os.close(follower)

child = os.posix_spawn("/bin/sh", ["sh", "-c", "exit 7"], os.environ)
print(os.waitstatus_to_exitcode(os.wait4(child, 0)[1]))
actions = [(os.POSIX_SPAWN_OPEN, 1, path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), (os.POSIX_SPAWN_DUP2, 1, 2),
           (os.POSIX_SPAWN_CLOSE, 0)]
child = os.posix_spawnp("sh", ("sh", "-c", "echo $V; echo x >&2"), {"V": "w", "PATH": os.defpath}, file_actions=actions)
pid, status, usage = os.wait3(0)
with open(path) as file:
    print(pid == child, status, file.read().split(), usage.ru_utime >= 0)
print(refuse(os.posix_spawn, "/no/program", ["a"], {}), refuse(os.posix_spawn, "/bin/sh", [], {}))
print(refuse(os.posix_spawn, "/bin/sh", ["a"], {}, file_actions=[(9,)]), refuse(os.posix_spawn, "/bin/sh", "a", {}))
print(os.spawnle(os.P_WAIT, "/bin/sh", "sh", "-c", "exit $N", {"N": "5"}), refuse(os.spawnv, os.P_WAIT, "/bin/sh", []))
print(refuse(os.get_exec_path, {"PATH": "a", b"PATH": b"b"}), os.get_exec_path({b"PATH": b"a:b"}))
print(refuse(os.terminal_size, (1,)), pickle.loads(pickle.dumps(os.terminal_size((80, 24)))), posix.environ.keys() <= os.environb.keys())


class Path:
    def __fspath__(self):
        return 5


print(refuse(os.stat, Path()), refuse(os.mkdir, 5), refuse(os.stat, 5.0))
for name in "below/broken", "below/wrong", "file", "file2", "linked", "pipe":
    os.remove(os.path.join(folder, name))
os.removedirs(os.path.join(folder, "below"))
# expect: 7 bytearray(b'234') bytearray(b'5678') 3
# expect: 12 255 4096 True
# expect: 5 b'abc45' ValueError: negative value for 'count' not allowed
# expect: 0o100640 TypeError: 'str' object cannot be interpreted as an integer ValueError: unrecognized configuration name
# expect: 4 b'text' False
# expect: 7 ValueError: value must be positive
# expect: . ['below'] ['file', 'file2', 'linked', 'pipe']
# expect: below [] ['broken', 'wrong']
# expect: below [] ['broken', 'wrong'] True
# expect: . ['below'] ['file', 'file2', 'linked', 'pipe'] True
# expect: FileNotFoundError: [Errno 2] No such file or directory: '/nowhere'
# expect: True /bin:/usr/bin ValueError: unrecognized configuration name
# expect: 5 6 True /dev/tty
# expect: 99 True posix.sched_param(sched_priority=0) posix.sched_param(sched_priority=3)
# expect: [0] TypeError: groups must be integers None 2 3
# expect: True True True
# expect: 7
# expect: True 0 ['w', 'x'] True
# expect: FileNotFoundError: [Errno 2] No such file or directory: '/no/program' ValueError: posix_spawn: argv must not be empty
# expect: TypeError: Unknown file_actions identifier TypeError: posix_spawn: argv must be a tuple or list
# expect: 5 ValueError: argv first element cannot be empty
# expect: ValueError: env cannot contain 'PATH' and b'PATH' keys ['a', 'b']
# expect: TypeError: os.terminal_size() takes a 2-sequence (1-sequence given) os.terminal_size(columns=80, lines=24) True
# expect: TypeError: expected Path.__fspath__() to return str or bytes, not int TypeError: mkdir: path should be string, bytes or os.PathLike, not int TypeError: stat: path should be string, bytes, os.PathLike or integer, not float
