"""Types at the prompt of a pseudo-terminal and prints what the screen gets: for prompt.session."""
import os
import pty
import re
import select
import sys

# What is typed, and what has come when the next may be typed: a prompt alone is also drawn when a line is edited.
KEYS = [(b'1+1\n', b'2\r\n>>> '), (b'_*10\n', b'20\r\n>>> '), (b'def f(x):\n', b'... '), (b'  return x\n', b'... '),
        (b'\n', b'>>> '), (b'f(3)\n', b'3\r\n>>> '), (b'1/0\n', b'by zero\r\n>>> '), (b'import os\n', b'\r\n>>> '),
        (b'os.getcw\t', b'os.getcwd'), (b'.__name__\n', b"'getcwd'\r\n>>> "),
        (b'xyz\x03', b'KeyboardInterrupt\r\n>>> '), (b'x = (\n', b'... '), (b'5)\n', b'\r\n>>> '),
        (b'x\n', b'5\r\n>>> '), (b'a b\n', b'invalid syntax\r\n>>> '), (b'\x1b[A\x1b[A\n', b'5\r\n>>> '),
        ('len("h\u00e9\u20ac")\n'.encode(), b'3\r\n>>> '),
        (b'\x04', b'')]


def read_until(fd, wanted, seen):
    """Reads until the text has come; how long that may take decides nothing but when the test gives up."""
    start = len(seen)
    while wanted not in seen[start:]:
        if not select.select([fd], [], [], 60)[0]:
            sys.exit(f'waited for {wanted!r}, got {bytes(seen[start:])!r}')
        try:
            part = os.read(fd, 4096)
        except OSError:
            part = b''
        if not part:
            break
        seen += part


def main():
    pid, fd = pty.fork()
    if pid == 0:
        os.environ.update(TERM='dumb', HOME=os.getcwd())
        os.execvp(sys.argv[1], sys.argv[1:])
    seen = bytearray()
    read_until(fd, b'>>> ', seen)
    for keys, wanted in KEYS:
        os.write(fd, keys)
        read_until(fd, wanted, seen)
    read_until(fd, b'\0nothing', seen)
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    text = re.sub(rb'\x1b\[[0-9;]*[A-Za-z]|\x07|\r', b'', bytes(seen)).decode()
    # How often the line being typed is drawn again depends on how the keys arrive: what is printed does not.
    print('\n'.join(line for line in text.split('\n') if line.strip() and not line.startswith(('>>>', '...'))))
    print('exit code', status)


if __name__ == '__main__':
    main()
