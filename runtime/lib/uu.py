"""Files encoded by uuencode."""
import binascii
import os
import sys
import warnings

__all__ = ['Error', 'encode', 'decode']

warnings.warn("'uu' is deprecated and slated for removal in Python 3.13", DeprecationWarning, stacklevel=2)


class Error(Exception):
    """The file is not one of these."""


def encode(in_file, out_file, name=None, mode=None, *, backtick=False):
    """Encodes a file, by name or open, to another."""
    opened = []
    try:
        if in_file == '-':
            in_file = sys.stdin.buffer
        elif isinstance(in_file, str):
            if name is None:
                name = os.path.basename(in_file)
            if mode is None:
                mode = os.stat(in_file).st_mode
            in_file = open(in_file, 'rb')
            opened.append(in_file)
        if out_file == '-':
            out_file = sys.stdout.buffer
        elif isinstance(out_file, str):
            out_file = open(out_file, 'wb')
            opened.append(out_file)
        name = '-' if name is None else name.replace('\n', '\\n').replace('\r', '\\r')
        mode = 0o666 if mode is None else mode
        out_file.write(('begin %o %s\n' % (mode & 0o777, name)).encode('ascii'))
        while data := in_file.read(45):
            out_file.write(binascii.b2a_uu(data, backtick=backtick))
        out_file.write(b'`\nend\n' if backtick else b' \nend\n')
    finally:
        for file in opened:
            file.close()


def _find_begin(in_file):
    """(mode, name) of the line that begins the data."""
    while True:
        line = in_file.readline()
        if not line:
            raise Error('No valid begin line found in input file')
        if not line.startswith(b'begin'):
            continue
        fields = line.split(b' ', 2)
        if len(fields) == 3 and fields[0] == b'begin':
            try:
                return int(fields[1], 8), fields[2].rstrip(b' \t\r\n\f').decode('ascii')
            except ValueError:
                pass


def decode(in_file, out_file=None, mode=None, quiet=False):
    """Decodes a file, by name or open, to another or to the one it names."""
    opened = []
    if in_file == '-':
        in_file = sys.stdin.buffer
    elif isinstance(in_file, str):
        in_file = open(in_file, 'rb')
        opened.append(in_file)
    try:
        found_mode, name = _find_begin(in_file)
        if out_file is None:
            out_file = name
            if os.path.exists(out_file):
                raise Error(f'Cannot overwrite existing file: {out_file}')
            if out_file.startswith(os.sep) or f'..{os.sep}' in out_file:
                raise Error(f'Refusing to write to {out_file} due to directory traversal')
        if mode is None:
            mode = found_mode
        if out_file == '-':
            out_file = sys.stdout.buffer
        elif isinstance(out_file, str):
            path, out_file = out_file, open(out_file, 'wb')
            os.chmod(path, mode)
            opened.append(out_file)
        line = in_file.readline()
        while line and line.strip(b' \t\r\n\f') != b'end':
            try:
                data = binascii.a2b_uu(line)
            except binascii.Error as error:
                data = binascii.a2b_uu(line[:(((line[0] - 32) & 63) * 4 + 5) // 3])  # a line too long
                if not quiet:
                    sys.stderr.write('Warning: %s\n' % error)
            out_file.write(data)
            line = in_file.readline()
        if not line:
            raise Error('Truncated input file')
    finally:
        for file in opened:
            file.close()
