"""Asks for a password without showing it, and says who is logged in."""
import contextlib
import io
import os
import sys
import warnings

__all__ = ['getpass', 'getuser', 'GetPassWarning']


class GetPassWarning(UserWarning):
    pass


def unix_getpass(prompt='Password: ', stream=None):
    """Asks on the terminal of the process, with echo off; on stdin where there is no terminal."""
    answer = None
    with contextlib.ExitStack() as stack:
        try:
            descriptor = os.open('/dev/tty', os.O_RDWR | os.O_NOCTTY)
            terminal = stack.enter_context(io.FileIO(descriptor, 'w+'))
            source = stack.enter_context(io.TextIOWrapper(terminal))
            stream = stream or source
        except OSError:
            stack.close()
            try:
                descriptor = sys.stdin.fileno()
            except (AttributeError, ValueError):
                return fallback_getpass(prompt, stream)
            source, stream = sys.stdin, stream or sys.stderr
        try:
            answer = _without_echo(descriptor, prompt, stream, source)
        except _NoTerminal:
            if stream is not source:
                stack.close()
            return fallback_getpass(prompt, stream)
        stream.write('\n')
        return answer


class _NoTerminal(Exception):
    pass


def _without_echo(descriptor, prompt, stream, source):
    try:
        import termios
        old = termios.tcgetattr(descriptor)
    except Exception as error:
        raise _NoTerminal from error
    silent = old[:]
    silent[3] &= ~termios.ECHO
    flags = termios.TCSAFLUSH | getattr(termios, 'TCSASOFT', 0)
    try:
        termios.tcsetattr(descriptor, flags, silent)
        return _raw_input(prompt, stream, input=source)
    finally:
        termios.tcsetattr(descriptor, flags, old)
        stream.flush()


def fallback_getpass(prompt='Password: ', stream=None):
    """Asks on stdin, where the answer can be seen, and warns of it."""
    warnings.warn('Can not control echo on the terminal.', GetPassWarning, stacklevel=2)
    stream = stream or sys.stderr
    print('Warning: Password input may be echoed.', file=stream)
    return _raw_input(prompt, stream)


def _raw_input(prompt='', stream=None, input=None):
    stream, source = stream or sys.stderr, input or sys.stdin
    prompt = str(prompt)
    if prompt:
        try:
            stream.write(prompt)
        except UnicodeEncodeError:
            stream.write(prompt.encode(stream.encoding, 'replace').decode(stream.encoding))
        stream.flush()
    line = source.readline()
    if not line:
        raise EOFError
    return line[:-1] if line[-1] == '\n' else line


def getuser():
    """The name in the environment, else the one that belongs to the user's number."""
    for name in ('LOGNAME', 'USER', 'LNAME', 'USERNAME'):
        if user := os.environ.get(name):
            return user
    import pwd
    return pwd.getpwuid(os.getuid())[0]


getpass = unix_getpass
