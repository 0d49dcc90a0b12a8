"""Pseudo-terminals: pairs of descriptors of which one behaves as a terminal."""
import fcntl
import os
import struct
import tty

from os import waitpid, close
from select import select

__all__ = ['openpty', 'fork', 'spawn']

STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO = 0, 1, 2
CHILD = 0
_UNLOCK, _NUMBER = tty.TIOCSPTLCK if hasattr(tty, 'TIOCSPTLCK') else 0x40045431, 0x80045430


def openpty():
    """(master, slave): descriptors of a new pair."""
    master = os.open('/dev/ptmx', os.O_RDWR | os.O_NOCTTY | os.O_CLOEXEC)
    fcntl.ioctl(master, _UNLOCK, struct.pack('i', 0))
    number, = struct.unpack('I', fcntl.ioctl(master, _NUMBER, bytes(4)))
    return master, os.open(f'/dev/pts/{number}', os.O_RDWR | os.O_NOCTTY | os.O_CLOEXEC)


def fork():
    """(pid, master) here, (0, -1) in a child whose terminal is the new pair's."""
    master, slave = openpty()
    pid = os.fork()
    if pid != CHILD:
        os.close(slave)
        return pid, master
    os.setsid()
    os.close(master)
    fcntl.ioctl(slave, tty.TIOCSCTTY, 0)
    for standard in (STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO):
        os.dup2(slave, standard)
    if slave > STDERR_FILENO:
        os.close(slave)
    return CHILD, -1


def _read(fd):
    return os.read(fd, 1024)


def _writen(fd, data):
    while data:
        data = data[os.write(fd, data):]


def _copy(master_fd, master_read=_read, stdin_read=_read):
    """Hands on what is typed, and shows what comes back, until the child ends."""
    sources = [master_fd, STDIN_FILENO]
    while sources:
        ready = select(sources, [], [])[0]
        if master_fd in ready:
            try:
                data = master_read(master_fd)
            except OSError:
                data = b''
            if not data:
                return
            os.write(STDOUT_FILENO, data)
        if STDIN_FILENO in ready:
            data = stdin_read(STDIN_FILENO)
            if data:
                _writen(master_fd, data)
            else:
                sources.remove(STDIN_FILENO)


def spawn(argv, master_read=_read, stdin_read=_read):
    """Runs a program in a terminal of its own, connected to ours; its status as of waitpid."""
    if isinstance(argv, str):
        argv = (argv,)
    pid, master_fd = fork()
    if pid == CHILD:
        os.execlp(argv[0], *argv)
    try:
        mode = tty.tcgetattr(STDIN_FILENO)
        tty.setraw(STDIN_FILENO)
        restore = True
    except tty.error:  # no terminal
        restore = False
    try:
        _copy(master_fd, master_read, stdin_read)
    finally:
        if restore:
            tty.tcsetattr(STDIN_FILENO, tty.TCSAFLUSH, mode)
    close(master_fd)
    return waitpid(pid, 0)[1]
