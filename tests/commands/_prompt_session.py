"""Types at the prompt of a pseudo-terminal and prints what the screen gets: for prompt.session."""
import os
import pty
import re
import select
import sys

KEYS = [(b'1+1\n', b'>>> '), (b'_*10\n', b'>>> '), (b'def f(x):\n', b'... '), (b'  return x\n', b'... '),
        (b'\n', b'>>> '), (b'f(3)\n', b'>>> '), (b'1/0\n', b'>>> '), (b'import os\n', b'>>> '),
        (b'os.getcw\t', b'os.getcwd'), (b'.__name__\n', b'>>> '), (b'xyz\x03', b'>>> '), (b'x = (\n', b'... '),
        (b'5)\n', b'>>> '), (b'x\n', b'>>> '), (b'a b\n', b'>>> '), (b'\x1b[A\x1b[A\n', b'>>> '), (b'\x04', b'')]


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
