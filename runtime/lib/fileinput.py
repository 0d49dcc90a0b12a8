"""The lines of several files one after the other: those named on the command line, or stdin."""
import io
import os
import sys
from types import GenericAlias

__all__ = ['input', 'close', 'nextfile', 'filename', 'lineno', 'filelineno', 'fileno', 'isfirstline', 'isstdin',
           'FileInput', 'hook_compressed', 'hook_encoded']

_state = None


def input(files=None, inplace=False, backup='', *, mode='r', openhook=None, encoding=None, errors=None):
    """The one FileInput that the functions of this module speak of."""
    global _state
    if _state and _state._file:
        raise RuntimeError('input() already active')
    _state = FileInput(files, inplace, backup, mode=mode, openhook=openhook, encoding=encoding, errors=errors)
    return _state


def close():
    """Ends it."""
    global _state
    state, _state = _state, None
    if state:
        state.close()


def _asking(name, text):
    def ask():
        if not _state:
            raise RuntimeError('no active input()')
        return getattr(_state, name)()
    ask.__name__ = ask.__qualname__ = name
    ask.__doc__ = text
    return ask


nextfile = _asking('nextfile', 'Goes on with the next file.')
filename = _asking('filename', 'The name of the file being read, None before the first line.')
lineno = _asking('lineno', 'How many lines have been read.')
filelineno = _asking('filelineno', 'How many of them are of this file.')
fileno = _asking('fileno', "The file's descriptor, -1 when none is open.")
isfirstline = _asking('isfirstline', 'Whether the last line was the first of its file.')
isstdin = _asking('isstdin', 'Whether the last line was of stdin.')


class FileInput:
    def __init__(self, files=None, inplace=False, backup='', *, mode='r', openhook=None, encoding=None, errors=None):
        if isinstance(files, str):
            files = (files,)
        elif isinstance(files, os.PathLike):
            files = (os.fspath(files),)
        else:
            files = tuple(sys.argv[1:] if files is None else files) or ('-',)
        self._files, self._inplace, self._backup = files, inplace, backup
        self._savestdout = self._output = self._filename = self._file = self._backupfilename = None
        self._startlineno = self._filelineno = 0
        self._isstdin = False
        self._encoding, self._errors = encoding, errors
        if mode not in ('r', 'rb'):
            raise ValueError("FileInput opening mode must be 'r' or 'rb'")
        self._mode, self._write_mode = mode, mode.replace('r', 'w')
        if openhook:
            if inplace:
                raise ValueError('FileInput cannot use an opening hook in inplace mode')
            if not callable(openhook):
                raise ValueError('FileInput openhook must be callable')
        self._openhook = openhook

    def __del__(self):
        self.close()

    def close(self):
        """Ends the reading."""
        try:
            self.nextfile()
        finally:
            self._files = ()

    def __enter__(self):
        return self

    def __exit__(self, type, value, traceback):
        self.close()

    def __iter__(self):
        return self

    def __next__(self):
        line = self._next_line()
        if not line:
            raise StopIteration
        return line

    def nextfile(self):
        """Goes on with the next file; what was printed in place is written."""
        saved, self._savestdout = self._savestdout, None
        if saved:
            sys.stdout = saved
        output, self._output = self._output, None
        file, self._file = self._file, None
        self.__dict__.pop('_readline', None)
        try:
            if output:
                output.close()
            if file and not self._isstdin:
                file.close()
        finally:
            backup, self._backupfilename = self._backupfilename, None
            if backup and not self._backup:
                try:
                    os.unlink(backup)
                except OSError:
                    pass
            self._isstdin = False

    def readline(self):
        """The next line, '' at the end."""
        return self._next_line()

    def _next_line(self):
        while True:
            line = self._readline()
            if line:
                self._filelineno += 1
                return line
            if not self._file:
                return line
            self.nextfile()

    def _readline(self):
        if not self._files:
            return b'' if 'b' in self._mode else ''
        self._filename, self._files = self._files[0], self._files[1:]
        self._startlineno, self._filelineno = self.lineno(), 0
        self._isstdin, self._backupfilename = False, None
        encoding = None if 'b' in self._mode else self._encoding or 'locale'
        if self._filename == '-':
            self._filename = '<stdin>'
            self._file = getattr(sys.stdin, 'buffer', sys.stdin) if 'b' in self._mode else sys.stdin
            self._isstdin = True
        elif self._inplace:
            self._open_in_place(encoding)
        elif self._openhook:
            if self._encoding is None:
                self._file = self._openhook(self._filename, self._mode)
            else:
                self._file = self._openhook(self._filename, self._mode, encoding=self._encoding, errors=self._errors)
        else:
            self._file = open(self._filename, self._mode, encoding=encoding, errors=self._errors)
        self._readline = self._file.readline
        return self._readline()

    def _open_in_place(self, encoding):
        self._backupfilename = os.fspath(self._filename) + (self._backup or '.bak')
        try:
            os.unlink(self._backupfilename)
        except OSError:
            pass
        os.rename(self._filename, self._backupfilename)
        self._file = open(self._backupfilename, self._mode, encoding=encoding, errors=self._errors)
        mode = os.fstat(self._file.fileno()).st_mode
        descriptor = os.open(self._filename, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, mode)
        self._output = os.fdopen(descriptor, self._write_mode, encoding=encoding, errors=self._errors)
        os.chmod(self._filename, mode)
        self._savestdout, sys.stdout = sys.stdout, self._output

    def filename(self):
        return self._filename

    def lineno(self):
        return self._startlineno + self._filelineno

    def filelineno(self):
        return self._filelineno

    def fileno(self):
        if self._file:
            try:
                return self._file.fileno()
            except ValueError:
                pass
        return -1

    def isfirstline(self):
        return self._filelineno == 1

    def isstdin(self):
        return self._isstdin

    __class_getitem__ = classmethod(GenericAlias)


def hook_compressed(filename, mode, *, encoding=None, errors=None):
    """Opens files that end in .gz through gzip."""
    if encoding is None and 'b' not in mode:
        encoding = 'locale'
    if os.path.splitext(filename)[1] != '.gz':
        return open(filename, mode, encoding=encoding, errors=errors)
    import gzip
    stream = gzip.open(filename, mode)
    return stream if 'b' in mode else io.TextIOWrapper(stream, encoding=encoding, errors=errors)


def hook_encoded(encoding, errors=None):
    """A hook that opens files in an encoding."""
    def openhook(filename, mode):
        return open(filename, mode, encoding=encoding, errors=errors)
    return openhook
