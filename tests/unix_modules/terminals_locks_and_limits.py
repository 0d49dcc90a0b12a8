# fcntl, termios, tty, pty, resource: flags, locks, modes of a terminal, limits.
import errno
import fcntl
import os
import pty
import resource
import tempfile
import termios
import tty

with tempfile.TemporaryFile() as file:
    flags = fcntl.fcntl(file, fcntl.F_GETFD)
    fcntl.fcntl(file.fileno(), fcntl.F_SETFD, 0)
    print(flags == fcntl.FD_CLOEXEC, fcntl.fcntl(file, fcntl.F_GETFD))
    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    fcntl.flock(file, fcntl.LOCK_UN)
    print(fcntl.lockf(file, fcntl.LOCK_EX, 10), fcntl.lockf(file, fcntl.LOCK_UN))
for wrong in (lambda: fcntl.fcntl(-1, 1), lambda: fcntl.fcntl("x", 1), lambda: fcntl.lockf(0, 0),
              lambda: termios.tcgetattr(os.open("/dev/null", os.O_RDONLY)), lambda: resource.getrlimit(99),
              lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (2, 1)), lambda: resource.getrusage(55)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
master, slave = pty.openpty()
mode = termios.tcgetattr(slave)
print(len(mode), len(mode[6]), mode[6][termios.VINTR], bool(mode[3] & termios.ECHO), os.isatty(slave))
tty.setraw(slave)
raw = termios.tcgetattr(slave)
print(bool(raw[3] & termios.ECHO), bool(raw[3] & termios.ICANON), raw[6][termios.VMIN], raw[6][termios.VTIME])
os.write(master, b"k")
print(os.read(slave, 10))
termios.tcsetattr(slave, termios.TCSANOW, mode)
print(termios.tcgetattr(slave) == mode)
soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
resource.setrlimit(resource.RLIMIT_CORE, (0, hard))
print(resource.getrlimit(resource.RLIMIT_CORE) == (0, hard), resource.prlimit(0, resource.RLIMIT_CORE) == (0, hard))
used = resource.getrusage(resource.RUSAGE_SELF)
print(used.ru_maxrss > 0, len(used), used[0] == used.ru_utime, resource.getpagesize() == os.sysconf("SC_PAGESIZE"))
# expect: True 0
# expect: None None
# expect: ValueError file descriptor cannot be a negative integer (-1)
# expect: TypeError argument must be an int, or have a fileno() method.
# expect: ValueError unrecognized lockf argument
# expect: error (25, 'Inappropriate ioctl for device')
# expect: ValueError invalid resource specified
# expect: ValueError current limit exceeds maximum limit
# expect: ValueError invalid who parameter
# expect: 7 32 b'\x03' True True
# expect: False False 1 0
# expect: b'k'
# expect: True
# expect: True True
# expect: True 16 True True
