"""Control of terminals, as POSIX names it."""
import _unix
from fcntl import _descriptor

globals().update(_unix.numbers('termios'))
VSWTCH = 7


class error(Exception):
    """The system refused."""


error.__module__ = 'termios'


def _call(function, *args):
    try:
        return function(*args)
    except OSError as failure:
        raise error(*failure.args) from None


def tcgetattr(fd, /):
    """[iflag, oflag, cflag, lflag, ispeed, ospeed, cc]: cc is a list of single bytes, VMIN and VTIME of ints."""
    found = _call(_unix.get_terminal, _descriptor(fd))
    characters = [bytes([code]) for code in found[6:]]
    if not found[3] & ICANON:
        characters[VMIN], characters[VTIME] = found[6 + VMIN], found[6 + VTIME]
    return found[:6] + [characters]


def tcsetattr(fd, when, attributes, /):
    fd = _descriptor(fd)
    if not isinstance(attributes, list) or len(attributes) != 7:
        raise TypeError('tcsetattr, arg 3: must be 7 element list')
    characters = attributes[6]
    if not isinstance(characters, list) or len(characters) != NCCS:
        raise TypeError(f'tcsetattr: attributes[6] must be {NCCS} element list')
    codes = []
    for each in characters:
        if isinstance(each, bytes) and len(each) == 1:
            codes.append(each[0])
        elif isinstance(each, int):
            codes.append(each)
        else:
            raise TypeError('tcsetattr: elements of attributes must be characters or integers')
    _call(_unix.set_terminal, fd, when, (*attributes[:6], *codes))


def tcsendbreak(fd, duration, /):
    _call(_unix.terminal_action, _descriptor(fd), 0, duration)


def tcdrain(fd, /):
    """Waits until all that was written has been sent."""
    _call(_unix.terminal_action, _descriptor(fd), 1, 0)


def tcflush(fd, queue, /):
    """Drops what was not yet read, or not yet sent."""
    _call(_unix.terminal_action, _descriptor(fd), 2, queue)


def tcflow(fd, action, /):
    """Stops or goes on reading or writing."""
    _call(_unix.terminal_action, _descriptor(fd), 3, action)


def tcgetwinsize(fd, /):
    """(rows, columns) of a terminal's window."""
    import struct
    _, found = _call(_unix.ioctl, _descriptor(fd), TIOCGWINSZ, bytes(8))
    return struct.unpack('HHHH', found)[:2]


def tcsetwinsize(fd, winsize, /):
    import struct
    fd = _descriptor(fd)
    if not hasattr(winsize, '__getitem__') or len(winsize) != 2:
        raise TypeError('tcsetwinsize, arg 2: must be a two-item sequence')
    _, found = _call(_unix.ioctl, fd, TIOCGWINSZ, bytes(8))
    _call(_unix.ioctl, fd, TIOCSWINSZ, struct.pack('HHHH', *winsize, *struct.unpack('HHHH', found)[2:]))
