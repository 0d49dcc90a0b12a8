"""Control of open files: fcntl, ioctl, locks."""
import _unix
import operator

globals().update(_unix.numbers('fcntl'))


def _descriptor(fd):
    """The number of a file: an int, or what its fileno() says."""
    if not isinstance(fd, int):
        if not hasattr(fd, 'fileno'):
            raise TypeError('argument must be an int, or have a fileno() method.')
        fd = fd.fileno()
        if not isinstance(fd, int):
            raise TypeError('fileno() returned a non-integer')
    if fd < 0:
        raise ValueError(f'file descriptor cannot be a negative integer ({fd})')
    if fd > 0x7FFFFFFF:
        raise OverflowError('Python int too large to convert to C int')
    return fd


def _control(call, name, fd, code, arg):
    if isinstance(arg, str):
        arg = arg.encode()
    if not isinstance(arg, (bytes, bytearray, memoryview)):
        return call(fd, code, operator.index(arg))
    if len(arg) > 1024:
        raise ValueError(f'{name} string arg too long')
    return call(fd, code, bytes(arg))[1]


def fcntl(fd, cmd, arg=0, /):
    """What the system's fcntl says: an int, or for bytes as argument those as they are afterwards."""
    return _control(_unix.fcntl, 'fcntl', _descriptor(fd), operator.index(cmd), arg)


def ioctl(fd, request, arg=0, mutate_flag=True, /):
    """What the system says. Memory that can be written to is changed in place, unless `mutate_flag` is false."""
    fd, request = _descriptor(fd), operator.index(request) & 0xFFFFFFFF
    if isinstance(arg, (bytearray, memoryview)) or hasattr(arg, 'buffer_info'):
        view = memoryview(arg)
        if mutate_flag and not view.readonly:
            return _unix.ioctl_in_place(fd, request, arg)
        arg = view.tobytes()
    return _control(_unix.ioctl, 'ioctl', fd, request, arg)


def flock(fd, operation, /):
    """Locks or unlocks a whole file."""
    _unix.flock(_descriptor(fd), operator.index(operation))


def lockf(fd, cmd, len=0, start=0, whence=0, /):
    """Locks or unlocks a part of a file."""
    import struct
    kinds = ((LOCK_UN, F_UNLCK), (LOCK_SH, F_RDLCK), (LOCK_EX, F_WRLCK))
    for flag, kind in kinds:
        if cmd & flag:
            break
    else:
        raise ValueError('unrecognized lockf argument')
    record = struct.pack('hhqqi4x', kind, whence, start, len, 0)
    _unix.fcntl(_descriptor(fd), F_SETLK if cmd & LOCK_NB else F_SETLKW, record)
