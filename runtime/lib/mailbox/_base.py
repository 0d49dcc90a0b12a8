# mailbox: what all mailboxes do, the errors, and locks.
import contextlib
import email
import email.generator
import errno
import io
import os
import socket
import time
import warnings
from types import GenericAlias


class Error(Exception):
    """A mailbox cannot do what it is asked."""


class NoSuchMailboxError(Error):
    """It does not exist, and is not to be made."""


class NotEmptyError(Error):
    """It has messages where it must not."""


class ExternalClashError(Error):
    """Another program does something with it."""


class FormatError(Error):
    """It cannot be read."""


class Mailbox:
    """Messages by keys, like a dict; values() and iteration are over the messages."""

    def __init__(self, path, factory=None, create=True):
        self._path = os.path.abspath(os.path.expanduser(path))
        self._factory = factory

    # --- what subclasses do

    def add(self, message):
        raise NotImplementedError("Method must be implemented by subclass")

    def remove(self, key):
        raise NotImplementedError("Method must be implemented by subclass")

    def __setitem__(self, key, message):
        raise NotImplementedError("Method must be implemented by subclass")

    def get_message(self, key):
        raise NotImplementedError("Method must be implemented by subclass")

    def get_bytes(self, key):
        raise NotImplementedError("Method must be implemented by subclass")

    def get_file(self, key):
        raise NotImplementedError("Method must be implemented by subclass")

    def iterkeys(self):
        raise NotImplementedError("Method must be implemented by subclass")

    def __contains__(self, key):
        raise NotImplementedError("Method must be implemented by subclass")

    def __len__(self):
        raise NotImplementedError("Method must be implemented by subclass")

    def flush(self):
        raise NotImplementedError("Method must be implemented by subclass")

    def lock(self):
        raise NotImplementedError("Method must be implemented by subclass")

    def unlock(self):
        raise NotImplementedError("Method must be implemented by subclass")

    def close(self):
        raise NotImplementedError("Method must be implemented by subclass")

    # --- what follows from that

    def __delitem__(self, key):
        self.remove(key)

    def discard(self, key):
        """remove(), if it is there."""
        try:
            self.remove(key)
        except KeyError:
            pass

    def get(self, key, default=None):
        try:
            return self.__getitem__(key)
        except KeyError:
            return default

    def __getitem__(self, key):
        if not self._factory:
            return self.get_message(key)
        with contextlib.closing(self.get_file(key)) as file:
            return self._factory(file)

    def get_string(self, key):
        return email.message_from_bytes(self.get_bytes(key)).as_string()

    def keys(self):
        return list(self.iterkeys())

    def itervalues(self):
        for key in self.iterkeys():
            try:
                value = self[key]
            except KeyError:  # gone meanwhile
                continue
            yield value

    def __iter__(self):
        return self.itervalues()

    def values(self):
        return list(self.itervalues())

    def iteritems(self):
        for key in self.iterkeys():
            try:
                value = self[key]
            except KeyError:
                continue
            yield key, value

    def items(self):
        return list(self.iteritems())

    def clear(self):
        for key in self.keys():
            self.discard(key)

    def pop(self, key, default=None):
        try:
            result = self[key]
        except KeyError:
            return default
        self.discard(key)
        return result

    def popitem(self):
        for key in self.iterkeys():
            return key, self.pop(key)
        raise KeyError("No messages in mailbox")

    def update(self, arg=None):
        """From a mapping, pairs, or another mailbox."""
        if hasattr(arg, "iteritems"):
            source = arg.iteritems()
        elif hasattr(arg, "items"):
            source = arg.items()
        else:
            source = arg
        missing = False
        for key, message in source:
            try:
                self[key] = message
            except KeyError:
                missing = True
        if missing:
            raise KeyError("No message with key(s)")

    def _string_to_bytes(self, message):
        # An address or header in other letters must have been encoded.
        try:
            return message.encode("ascii")
        except UnicodeError:
            raise ValueError("String input must be ASCII-only; use bytes or a Message instead")

    _append_newline = False  # whether a message in a file ends with the end of a line

    def _dump_message(self, message, target, mangle_from_=False):
        """Writes a message of any kind, with this system's ends of lines."""
        sep = os.linesep.encode("ascii")
        if isinstance(message, email.message.Message):
            buffer = io.BytesIO()
            email.generator.BytesGenerator(buffer, mangle_from_, 0).flatten(message)
            data = buffer.getvalue().replace(b"\n", sep)
            target.write(data)
            if self._append_newline and not data.endswith(sep):
                target.write(sep)
            return
        if isinstance(message, (str, bytes, io.StringIO)):
            if isinstance(message, io.StringIO):
                warnings.warn("Use of StringIO input is deprecated, use BytesIO instead", DeprecationWarning, 3)
                message = message.getvalue()
            if isinstance(message, str):
                message = self._string_to_bytes(message)
            if mangle_from_:
                message = message.replace(b"\nFrom ", b"\n>From ")
            data = message.replace(b"\n", sep)
            target.write(data)
            if self._append_newline and not data.endswith(sep):
                target.write(sep)
            return
        if not hasattr(message, "read"):
            raise TypeError("Invalid message type: %s" % type(message))
        if hasattr(message, "buffer"):
            warnings.warn("Use of text mode files is deprecated, use a binary mode file instead", DeprecationWarning, 3)
            message = message.buffer
        last = None
        while line := message.readline():
            if line.endswith(b"\r\n"):
                line = line[:-2] + b"\n"
            elif line.endswith(b"\r"):
                line = line[:-1] + b"\n"
            if mangle_from_ and line.startswith(b"From "):
                line = b">From " + line[5:]
            last = line.replace(b"\n", sep)
            target.write(last)
        if self._append_newline and last and not last.endswith(sep):
            target.write(sep)

    __class_getitem__ = classmethod(GenericAlias)


# --- locks

def lock_file(f, dotlock=True):
    """A lock of the system and a file beside it, as other programs expect."""
    from mailbox import fcntl
    dotlock_done = False
    try:
        if fcntl:
            try:
                fcntl.lockf(f, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                if error.errno in (errno.EAGAIN, errno.EACCES, errno.EROFS):
                    raise ExternalClashError("lockf: lock unavailable: %s" % f.name)
                raise
        if dotlock:
            try:
                made = create_temporary(f.name + ".lock")
                made.close()
            except OSError as error:
                if error.errno in (errno.EACCES, errno.EROFS):
                    return  # the folder cannot be written, so nobody can lock so
                raise
            try:
                try:
                    os.link(made.name, f.name + ".lock")
                    dotlock_done = True
                except (AttributeError, PermissionError):
                    os.rename(made.name, f.name + ".lock")
                    dotlock_done = True
                else:
                    os.unlink(made.name)
            except FileExistsError:
                os.remove(made.name)
                raise ExternalClashError("dot lock unavailable: %s" % f.name)
    except:
        if fcntl:
            fcntl.lockf(f, fcntl.LOCK_UN)
        if dotlock_done:
            os.remove(f.name + ".lock")
        raise


def unlock_file(f):
    from mailbox import fcntl
    if fcntl:
        fcntl.lockf(f, fcntl.LOCK_UN)
    if os.path.exists(f.name + ".lock"):
        os.remove(f.name + ".lock")


def create_carefully(path):
    """A new file, open for reading and writing; an error where there is one."""
    fd = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o666)
    try:
        return open(path, "rb+")
    finally:
        os.close(fd)


def create_temporary(path):
    return create_carefully("%s.%s.%s.%s" % (path, int(time.time()), socket.gethostname(), os.getpid()))


def sync_flush(f):
    f.flush()
    if hasattr(os, "fsync"):
        os.fsync(f.fileno())


def sync_close(f):
    sync_flush(f)
    f.close()
