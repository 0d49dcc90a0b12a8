"""Quoted-printable: text of bytes that mostly are ASCII."""
from binascii import a2b_qp, b2a_qp

__all__ = ['encode', 'decode', 'encodestring', 'decodestring']

ESCAPE = b'='
MAXLINESIZE = 76
HEX = b'0123456789ABCDEF'
EMPTYSTRING = b''


def needsquoting(c, quotetabs, header):
    """Whether the byte cannot stand for itself."""
    assert isinstance(c, bytes)
    if c in b' \t':
        return quotetabs
    if c == b'_':
        return header
    return c == ESCAPE or not b' ' <= c <= b'~'


def quote(c):
    """A byte as `=` and two digits."""
    assert isinstance(c, bytes) and len(c) == 1
    return ESCAPE + b'%02X' % ord(c)


def _encoded(data, quotetabs, header):
    import binascii
    return binascii.b2a_qp(data, quotetabs=quotetabs, header=header)


def _decoded(data, header):
    import binascii
    return binascii.a2b_qp(data, header=header)


def encode(input, output, quotetabs, header=False):
    """Writes what the file `input` holds, quoted, to `output`."""
    output.write(_encoded(input.read(), quotetabs, header))


def encodestring(s, quotetabs=False, header=False):
    return _encoded(s, quotetabs, header)


def decode(input, output, header=False):
    """Writes what the file `input` holds, no longer quoted, to `output`."""
    output.write(_decoded(input.read(), header))


def decodestring(s, header=False):
    return _decoded(s, header)


def ishex(c):
    assert isinstance(c, bytes)
    return b'0' <= c <= b'9' or b'a' <= c <= b'f' or b'A' <= c <= b'F'


def unhex(s):
    return int(s, 16)


def main():
    import getopt
    import sys
    try:
        options, names = getopt.getopt(sys.argv[1:], 'td')
    except getopt.error as error:
        sys.stdout = sys.stderr
        print(error)
        print('usage: quopri [-t | -d] [file] ...')
        sys.exit(2)
    flags = [name for name, _ in options]
    for name in names or ['-']:
        file = sys.stdin.buffer if name == '-' else open(name, 'rb')
        if '-d' in flags:
            decode(file, sys.stdout.buffer)
        else:
            encode(file, sys.stdout.buffer, '-t' in flags)


if __name__ == '__main__':
    main()
