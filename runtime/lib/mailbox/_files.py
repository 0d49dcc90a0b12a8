# mailbox: mailboxes that are one file: mbox, MMDF, Babyl.
import email
import email.generator
import errno
import io
import os
import time

from mailbox._base import (ExternalClashError, Mailbox, NoSuchMailboxError, create_temporary, lock_file, sync_close,
                           sync_flush, unlock_file)
from mailbox._messages import BabylMessage, MMDFMessage, mboxMessage
from mailbox._parts import _PartialFile

linesep = os.linesep.encode("ascii")


class _singlefileMailbox(Mailbox):
    """Keys are numbers, in a table of where messages begin and end. Changes are written by flush()."""

    def __init__(self, path, factory=None, create=True):
        Mailbox.__init__(self, path, factory, create)
        try:
            file = open(self._path, "rb+")
        except OSError as error:
            if error.errno == errno.ENOENT:
                if not create:
                    raise NoSuchMailboxError(self._path)
                file = open(self._path, "wb+")
            elif error.errno in (errno.EACCES, errno.EROFS):
                file = open(self._path, "rb")
            else:
                raise
        self._file = file
        self._toc = None
        self._next_key = 0
        self._pending = False  # something is to be written anew
        self._pending_sync = False  # something was appended
        self._locked = False
        self._file_length = None  # to see whether somebody else wrote

    def add(self, message):
        self._lookup()
        self._toc[self._next_key] = self._append_message(message)
        self._next_key += 1
        self._pending_sync = True
        return self._next_key - 1

    def remove(self, key):
        self._lookup(key)
        del self._toc[key]
        self._pending = True

    def __setitem__(self, key, message):
        self._lookup(key)
        self._toc[key] = self._append_message(message)
        self._pending = True

    def iterkeys(self):
        self._lookup()
        yield from self._toc.keys()

    def __contains__(self, key):
        self._lookup()
        return key in self._toc

    def __len__(self):
        self._lookup()
        return len(self._toc)

    def lock(self):
        if not self._locked:
            lock_file(self._file)
            self._locked = True

    def unlock(self):
        if self._locked:
            unlock_file(self._file)
            self._locked = False

    def flush(self):
        if not self._pending:
            if self._pending_sync:
                sync_flush(self._file)
                self._pending_sync = False
            return
        assert self._toc is not None
        self._file.seek(0, 2)
        length = self._file.tell()
        if length != self._file_length:
            raise ExternalClashError("Size of mailbox file changed (expected %i, found %i)"
                                     % (self._file_length, length))
        new_file = create_temporary(self._path)
        try:
            new_toc = {}
            self._pre_mailbox_hook(new_file)
            for key in sorted(self._toc):
                start, stop = self._toc[key]
                self._file.seek(start)
                self._pre_message_hook(new_file)
                new_start = new_file.tell()
                left = stop - start
                while left > 0 and (part := self._file.read(min(4096, left))):
                    new_file.write(part)
                    left -= len(part)
                new_toc[key] = (new_start, new_file.tell())
                self._post_message_hook(new_file)
            self._file_length = new_file.tell()
        except:
            new_file.close()
            os.remove(new_file.name)
            raise
        sync_close(new_file)
        self._file.close()
        os.chmod(new_file.name, os.stat(self._path).st_mode)
        try:
            os.rename(new_file.name, self._path)
        except FileExistsError:
            os.remove(self._path)
            os.rename(new_file.name, self._path)
        self._file = open(self._path, "rb+")
        self._toc = new_toc
        self._pending = self._pending_sync = False
        if self._locked:
            lock_file(self._file, dotlock=False)

    def _pre_mailbox_hook(self, f):
        pass

    def _pre_message_hook(self, f):
        pass

    def _post_message_hook(self, f):
        pass

    def close(self):
        try:
            self.flush()
        finally:
            try:
                if self._locked:
                    self.unlock()
            finally:
                self._file.close()

    def _lookup(self, key=None):
        """(where it begins, where it ends)"""
        if self._toc is None:
            self._generate_toc()
        if key is not None:
            try:
                return self._toc[key]
            except KeyError:
                raise KeyError("No message with key: %s" % key) from None

    def _append_message(self, message):
        self._file.seek(0, 2)
        before = self._file.tell()
        if len(self._toc) == 0 and not self._pending:
            self._pre_mailbox_hook(self._file)
        try:
            self._pre_message_hook(self._file)
            offsets = self._install_message(message)
            self._post_message_hook(self._file)
        except BaseException:
            self._file.truncate(before)
            raise
        self._file.flush()
        self._file_length = self._file.tell()
        return offsets


class _mboxMMDF(_singlefileMailbox):
    _mangle_from_ = True

    def _from_line(self):
        return self._file.readline().replace(linesep, b"")

    def get_message(self, key):
        start, stop = self._lookup(key)
        self._file.seek(start)
        from_line = self._from_line()
        text = self._file.read(stop - self._file.tell()).replace(linesep, b"\n")
        message = self._message_factory(text)
        message.set_unixfrom(from_line.decode("ascii"))
        message.set_from(from_line[5:].decode("ascii"))
        return message

    def get_string(self, key, from_=False):
        return email.message_from_bytes(self.get_bytes(key, from_)).as_string(unixfrom=from_)

    def get_bytes(self, key, from_=False):
        start, stop = self._lookup(key)
        self._file.seek(start)
        if not from_:
            self._file.readline()
        return self._file.read(stop - self._file.tell()).replace(linesep, b"\n")

    def get_file(self, key, from_=False):
        start, stop = self._lookup(key)
        self._file.seek(start)
        if not from_:
            self._file.readline()
        return _PartialFile(self._file, self._file.tell(), stop)

    def _install_message(self, message):
        from_line = None
        if isinstance(message, str):
            message = self._string_to_bytes(message)
        if isinstance(message, bytes) and message.startswith(b"From "):
            newline = message.find(b"\n")
            if newline != -1:
                from_line, message = message[:newline], message[newline + 1:]
            else:
                from_line, message = message, b""
        elif hasattr(message, "get_from"):  # one of this kind
            author = message.get_from().encode("ascii")
            from_line = b"From " + author
        elif isinstance(message, email.message.Message):
            from_line = message.get_unixfrom()
            if from_line is not None:
                from_line = from_line.encode("ascii")
        if from_line is None:
            from_line = b"From MAILER-DAEMON " + time.asctime(time.gmtime()).encode()
        start = self._file.tell()
        self._file.write(from_line + linesep)
        self._dump_message(message, self._file, self._mangle_from_)
        return start, self._file.tell()


class mbox(_mboxMMDF):
    """Messages one after the other, each begun by a line `From `."""

    _mangle_from_ = True
    _append_newline = True  # all are followed by an empty line

    def __init__(self, path, factory=None, create=True):
        self._message_factory = mboxMessage
        _mboxMMDF.__init__(self, path, factory, create)

    def _post_message_hook(self, f):
        f.write(linesep)

    def _generate_toc(self):
        starts, stops, last_was_empty = [], [], False
        self._file.seek(0)
        while True:
            place = self._file.tell()
            line = self._file.readline()
            if line.startswith(b"From "):
                if len(stops) < len(starts):
                    stops.append(place - len(linesep) if last_was_empty else place)
                starts.append(place)
                last_was_empty = False
            elif not line:
                if last_was_empty:
                    stops.append(place - len(linesep))
                else:
                    stops.append(place)
                break
            else:
                last_was_empty = line == linesep
        self._toc = dict(enumerate(zip(starts, stops)))
        self._next_key = len(self._toc)
        self._file_length = self._file.tell()


class MMDF(_mboxMMDF):
    """The same between lines of four bytes 1."""

    def __init__(self, path, factory=None, create=True):
        self._message_factory = MMDFMessage
        _mboxMMDF.__init__(self, path, factory, create)

    def _pre_message_hook(self, f):
        f.write(b"\001\001\001\001" + linesep)

    def _post_message_hook(self, f):
        f.write(linesep + b"\001\001\001\001" + linesep)

    def _generate_toc(self):
        mark = b"\001\001\001\001" + linesep
        starts, stops = [], []
        self._file.seek(0)
        after = 0
        while True:
            place = after
            line = self._file.readline()
            after = self._file.tell()
            if line.startswith(mark):
                starts.append(after)
                while True:
                    place = after
                    line = self._file.readline()
                    after = self._file.tell()
                    if line == mark:
                        stops.append(place - len(linesep))
                        break
                    if not line:
                        stops.append(place)
                        break
            elif not line:
                break
        self._toc = dict(enumerate(zip(starts, stops)))
        self._next_key = len(self._toc)
        self._file.seek(0, 2)
        self._file_length = self._file.tell()


class Babyl(_singlefileMailbox):
    """Emacs' Rmail: labels, and headers twice: all, and those that are shown."""

    _special_labels = frozenset({"unseen", "deleted", "filed", "answered", "forwarded", "edited", "resent"})

    def __init__(self, path, factory=None, create=True):
        _singlefileMailbox.__init__(self, path, factory, create)
        self._labels = {}

    def add(self, message):
        key = _singlefileMailbox.add(self, message)
        if isinstance(message, BabylMessage):
            self._labels[key] = message.get_labels()
        return key

    def remove(self, key):
        _singlefileMailbox.remove(self, key)
        self._labels.pop(key, None)

    def __setitem__(self, key, message):
        _singlefileMailbox.__setitem__(self, key, message)
        if isinstance(message, BabylMessage):
            self._labels[key] = message.get_labels()

    def _read_headers(self):
        """Up to the line EOOH or an empty one, as bytes."""
        lines = []
        while True:
            line = self._file.readline()
            if line == b"*** EOOH ***" + linesep or not line:
                return b"".join(lines)
            lines.append(line.replace(linesep, b"\n"))

    def _read_visible(self):
        lines = []
        while True:
            line = self._file.readline()
            if line == linesep or not line:
                return b"".join(lines)
            lines.append(line.replace(linesep, b"\n"))

    def get_message(self, key):
        start, stop = self._lookup(key)
        self._file.seek(start)
        self._file.readline()  # the line of labels
        headers = self._read_headers()
        visible = self._read_visible()
        body = self._file.read(stop - self._file.tell()).replace(linesep, b"\n")
        message = BabylMessage(headers + body)
        message.set_visible(visible)
        if key in self._labels:
            message.set_labels(self._labels[key])
        return message

    def get_bytes(self, key):
        start, stop = self._lookup(key)
        self._file.seek(start)
        self._file.readline()
        headers = self._read_headers()
        self._read_visible()
        return headers + self._file.read(stop - self._file.tell()).replace(linesep, b"\n")

    def get_file(self, key):
        return io.BytesIO(self.get_bytes(key).replace(b"\n", linesep))

    def get_labels(self):
        """All labels of users that some message has."""
        self._lookup()
        labels = {label for each in self._labels.values() for label in each}
        return list(labels - self._special_labels)

    def _generate_toc(self):
        starts, stops, labels = [], [], []
        self._file.seek(0)
        after = 0
        while True:
            place = after
            line = self._file.readline()
            after = self._file.tell()
            if line == b"\037\014" + linesep:
                if len(stops) < len(starts):
                    stops.append(place - len(linesep))
                starts.append(after)
                words = [word.strip() for word in self._file.readline()[1:].split(b",") if word.strip()]
                labels.append([word.decode("ascii") for word in words])
            elif line in (b"\037", b"\037" + linesep):
                if len(stops) < len(starts):
                    stops.append(place - len(linesep))
            elif not line:
                stops.append(place - len(linesep))
                break
        self._toc = dict(enumerate(zip(starts, stops)))
        self._labels = dict(enumerate(labels))
        self._next_key = len(self._toc)
        self._file.seek(0, 2)
        self._file_length = self._file.tell()

    def _pre_mailbox_hook(self, f):
        f.write(b"BABYL OPTIONS:" + linesep + b"Version: 5" + linesep + b"Labels:" + b",".join(
            each.encode() for each in self.get_labels()) + linesep + linesep + b"\037")

    def _pre_message_hook(self, f):
        f.write(b"\014" + linesep)

    def _post_message_hook(self, f):
        f.write(linesep + b"\037")

    def _install_message(self, message):
        start = self._file.tell()
        self._write_labels(message)
        if isinstance(message, email.message.Message):
            self._write_parsed(message)
        elif isinstance(message, (bytes, str, io.StringIO)):
            if isinstance(message, io.StringIO):
                import warnings
                warnings.warn("Use of StringIO input is deprecated, use BytesIO instead", DeprecationWarning, 3)
                message = message.getvalue()
            if isinstance(message, str):
                message = self._string_to_bytes(message)
            self._write_text(message)
        elif hasattr(message, "readline"):
            if hasattr(message, "buffer"):
                import warnings
                warnings.warn("Use of text mode files is deprecated, use a binary mode file instead",
                              DeprecationWarning, 3)
                message = message.buffer
            self._write_file(message)
        else:
            raise TypeError("Invalid message type: %s" % type(message))
        return start, self._file.tell()

    def _write_labels(self, message):
        if not isinstance(message, BabylMessage):
            self._file.write(b"1,," + linesep)
            return
        special = [label for label in message.get_labels() if label in self._special_labels]
        others = [label for label in message.get_labels() if label not in self._special_labels]
        self._file.write(b"1" + b"".join(b", " + label.encode() for label in special) + b",,"
                         + b",".join(b" " + label.encode() for label in others) + (b"," if others else b"") + linesep)

    def _write_parsed(self, message):
        buffer = io.BytesIO()
        email.generator.BytesGenerator(buffer, False, 0).flatten(message)
        headers, body = self._cut(buffer.getvalue())
        self._file.write(headers.replace(b"\n", linesep))
        self._file.write(b"*** EOOH ***" + linesep)
        if isinstance(message, BabylMessage):
            shown = io.BytesIO()
            email.generator.BytesGenerator(shown, False, 0).flatten(message.get_visible())
            visible = self._cut(shown.getvalue())[0]
        else:
            visible = headers
        self._file.write(visible.replace(b"\n", linesep))
        self._file.write(body.replace(b"\n", linesep))

    def _cut(self, data):
        """(headers with the empty line after them, body)"""
        place = data.find(b"\n\n")
        if place == -1:
            return data, b""
        return data[:place + 2], data[place + 2:]

    def _write_text(self, message):
        place = message.find(b"\n\n") + 2
        if place - 2 != -1:
            head, body = message[:place], message[place:]
            self._file.write(head.replace(b"\n", linesep))
            self._file.write(b"*** EOOH ***" + linesep)
            self._file.write(head.replace(b"\n", linesep))
            self._file.write(body.replace(b"\n", linesep))
        else:
            self._file.write(b"*** EOOH ***" + linesep + linesep)
            self._file.write(message.replace(b"\n", linesep))

    def _write_file(self, message):
        begin = message.tell()
        first = True
        while True:
            line = message.readline()
            if line.endswith(b"\r\n"):
                line = line[:-2] + b"\n"
            elif line.endswith(b"\r"):
                line = line[:-1] + b"\n"
            self._file.write(line.replace(b"\n", linesep))
            if line == b"\n" or not line:
                if not first:
                    break
                first = False
                self._file.write(b"*** EOOH ***" + linesep)
                message.seek(begin)
        while data := message.read(4096):
            self._file.write(data.replace(b"\r\n", linesep).replace(b"\n", linesep))
