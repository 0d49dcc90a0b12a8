# mailbox: mailboxes whose messages are files of a folder: Maildir and MH.
import errno
import itertools
import os
import socket
import time

from mailbox._base import (ExternalClashError, FormatError, Mailbox, NoSuchMailboxError, NotEmptyError,
                           create_carefully, lock_file, sync_close, unlock_file)
from mailbox._messages import MaildirMessage, MHMessage
from mailbox._parts import _ProxyFile


class Maildir(Mailbox):
    """Folders new, cur and tmp; a file a message, whose name says its flags."""

    colon = ":"
    _count = 1  # of deliveries by this process

    def __init__(self, dirname, factory=None, create=True):
        Mailbox.__init__(self, dirname, factory, create)
        self._paths = {name: os.path.join(self._path, name) for name in ("tmp", "new", "cur")}
        if not os.path.exists(self._path):
            if not create:
                raise NoSuchMailboxError(self._path)
            os.mkdir(self._path, 0o700)
            for path in self._paths.values():
                os.mkdir(path, 0o700)
        self._toc = {}
        self._toc_mtimes = {"cur": 0, "new": 0}
        self._last_read = 0
        self._skewfactor = 0.1  # how far the clock of a file system may be off

    def add(self, message):
        made = self._create_tmp()
        try:
            self._dump_message(message, made)
        except BaseException:
            made.close()
            os.remove(made.name)
            raise
        sync_close(made)
        if isinstance(message, MaildirMessage):
            subdir = message.get_subdir()
            suffix = self.colon + message.get_info()
            if suffix == self.colon:
                suffix = ""
        else:
            subdir, suffix = "new", ""
        key = os.path.basename(made.name).split(self.colon)[0]
        dest = os.path.join(self._path, subdir, key + suffix)
        if isinstance(message, MaildirMessage):
            os.utime(made.name, (os.path.getatime(made.name), message.get_date()))
        try:
            try:
                os.link(made.name, dest)
            except (AttributeError, PermissionError):
                os.rename(made.name, dest)
            else:
                os.remove(made.name)
        except OSError as error:
            os.remove(made.name)
            if error.errno == errno.EEXIST:
                raise ExternalClashError("Name clash with existing message: %s" % dest)
            raise
        return key

    def remove(self, key):
        os.remove(os.path.join(self._path, self._lookup(key)))

    def discard(self, key):
        try:
            self.remove(key)
        except (KeyError, FileNotFoundError):
            pass

    def __setitem__(self, key, message):
        old = self._lookup(key)
        new = self._lookup(self.add(message))
        if isinstance(message, MaildirMessage):
            dominant = new  # whose folder and flags are kept
        else:
            dominant = old
        subdir = os.path.dirname(dominant)
        if self.colon in dominant:
            suffix = self.colon + dominant.split(self.colon)[-1]
        else:
            suffix = ""
        self.discard(key)
        path = os.path.join(self._path, new)
        new_path = os.path.join(self._path, subdir, key + suffix)
        if isinstance(message, MaildirMessage):
            os.utime(path, (os.path.getatime(path), message.get_date()))
        os.rename(path, new_path)

    def get_message(self, key):
        subpath = self._lookup(key)
        with open(os.path.join(self._path, subpath), "rb") as file:
            message = self._factory(file) if self._factory else MaildirMessage(file)
        subdir, name = os.path.split(subpath)
        message.set_subdir(subdir)
        if self.colon in name:
            message.set_info(name.split(self.colon)[-1])
        message.set_date(os.path.getmtime(os.path.join(self._path, subpath)))
        return message

    def get_bytes(self, key):
        with open(os.path.join(self._path, self._lookup(key)), "rb") as file:
            return file.read().replace(os.linesep.encode("ascii"), b"\n")

    def get_file(self, key):
        return _ProxyFile(open(os.path.join(self._path, self._lookup(key)), "rb"))

    def iterkeys(self):
        self._refresh()
        for key in self._toc:
            try:
                self._lookup(key)
            except KeyError:
                continue
            yield key

    def __contains__(self, key):
        self._refresh()
        return key in self._toc

    def __len__(self):
        self._refresh()
        return len(self._toc)

    def flush(self):
        pass  # everything is on disk

    def lock(self):
        pass  # nothing needs one

    def unlock(self):
        pass

    def close(self):
        pass

    # --- folders inside

    def list_folders(self):
        return [name[1:] for name in os.listdir(self._path)
                if len(name) > 1 and name[0] == "." and os.path.isdir(os.path.join(self._path, name))]

    def get_folder(self, folder):
        return Maildir(os.path.join(self._path, "." + folder), factory=self._factory, create=False)

    def add_folder(self, folder):
        path = os.path.join(self._path, "." + folder)
        result = Maildir(path, factory=self._factory)
        marker = os.path.join(path, "maildirfolder")
        if not os.path.exists(marker):
            os.close(os.open(marker, os.O_CREAT | os.O_WRONLY, 0o666))
        return result

    def remove_folder(self, folder):
        path = os.path.join(self._path, "." + folder)
        for entry in os.listdir(os.path.join(path, "new")) + os.listdir(os.path.join(path, "cur")):
            if len(entry) < 1 or entry[0] != ".":
                raise NotEmptyError("Folder contains message(s): %s" % folder)
        for entry in os.listdir(path):
            if entry not in ("new", "cur", "tmp") and os.path.isdir(os.path.join(path, entry)):
                raise NotEmptyError("Folder contains subdirectory '%s': %s" % (folder, entry))
        for root, dirs, files in os.walk(path, topdown=False):
            for entry in files:
                os.remove(os.path.join(root, entry))
            for entry in dirs:
                os.rmdir(os.path.join(root, entry))
        os.rmdir(path)

    def clean(self):
        """Removes what was begun more than a day and a half ago and never delivered."""
        now = time.time()
        for entry in os.listdir(os.path.join(self._path, "tmp")):
            path = os.path.join(self._path, "tmp", entry)
            if now - os.path.getatime(path) > 129600:
                os.remove(path)

    def _create_tmp(self):
        now = time.time()
        host = socket.gethostname().replace("/", r"\057").replace(":", r"\072")
        name = "%s.M%sP%sQ%s.%s" % (int(now), int(now % 1 * 1e6), os.getpid(), Maildir._count, host)
        path = os.path.join(self._path, "tmp", name)
        try:
            os.stat(path)
        except FileNotFoundError:
            Maildir._count += 1
            try:
                return create_carefully(path)
            except FileExistsError:
                pass
        raise ExternalClashError("Name clash prevented file creation: %s" % path)

    def _refresh(self):
        """Reads the folders again, unless they are as they were: their times say so, with some doubt."""
        if time.time() - self._last_read > 2 + self._skewfactor:
            changed = False
            for name in self._toc_mtimes:
                mtime = os.path.getmtime(self._paths[name])
                if mtime > self._toc_mtimes[name]:
                    changed = True
                self._toc_mtimes[name] = mtime
            if not changed:
                return
        self._toc = {}
        for name in self._toc_mtimes:
            path = self._paths[name]
            for entry in os.listdir(path):
                if os.path.isdir(os.path.join(path, entry)):
                    continue
                self._toc[entry.split(self.colon)[0]] = os.path.join(name, entry)
        self._last_read = time.time()

    def _lookup(self, key):
        """Where the message is, under the mailbox's path."""
        try:
            if os.path.exists(os.path.join(self._path, self._toc[key])):
                return self._toc[key]
        except KeyError:
            pass
        self._refresh()
        try:
            return self._toc[key]
        except KeyError:
            raise KeyError("No message with key: %s" % key) from None

    def next(self):
        """The messages one after the other, over all calls; None at the end."""
        if not hasattr(self, "_onetime_keys"):
            self._onetime_keys = self.iterkeys()
        while True:
            try:
                return self[next(self._onetime_keys)]
            except StopIteration:
                return None
            except KeyError:
                continue


class MH(Mailbox):
    """A folder with files 1, 2, 3 ...; a file .mh_sequences says which of them form named sequences."""

    def __init__(self, path, factory=None, create=True):
        Mailbox.__init__(self, path, factory, create)
        if not os.path.exists(self._path):
            if not create:
                raise NoSuchMailboxError(self._path)
            os.mkdir(self._path, 0o700)
            os.close(os.open(os.path.join(self._path, ".mh_sequences"), os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        self._locked = False

    def _file_of(self, key):
        return os.path.join(self._path, str(key))

    def _opened(self, key, mode):
        try:
            return open(self._file_of(key), mode)
        except OSError as error:
            if error.errno == errno.ENOENT:
                raise KeyError("No message with key: %s" % key)
            raise

    def add(self, message):
        keys = self.keys()
        key = max(keys) + 1 if keys else 1
        file = create_carefully(self._file_of(key))
        closed = False
        try:
            if self._locked:
                lock_file(file)
            try:
                try:
                    self._dump_message(message, file)
                except BaseException:
                    if self._locked:
                        unlock_file(file)
                    sync_close(file)
                    closed = True
                    os.remove(self._file_of(key))
                    raise
                if isinstance(message, MHMessage):
                    self._dump_sequences(message, key)
            finally:
                if self._locked and not closed:
                    unlock_file(file)
        finally:
            if not closed:
                sync_close(file)
        return key

    def remove(self, key):
        self._opened(key, "rb+").close()
        os.remove(self._file_of(key))

    def __setitem__(self, key, message):
        with self._opened(key, "rb+") as file:
            if self._locked:
                lock_file(file)
            try:
                os.close(os.open(self._file_of(key), os.O_WRONLY | os.O_TRUNC))
                self._dump_message(message, file)
                if isinstance(message, MHMessage):
                    self._dump_sequences(message, key)
            finally:
                if self._locked:
                    unlock_file(file)
                file.flush()

    def get_message(self, key):
        with self._opened(key, "rb+" if self._locked else "rb") as file:
            if self._locked:
                lock_file(file)
            try:
                message = MHMessage(file)
            finally:
                if self._locked:
                    unlock_file(file)
        for name, keys in self.get_sequences().items():
            if key in keys:
                message.add_sequence(name)
        return message

    def get_bytes(self, key):
        with self._opened(key, "rb+" if self._locked else "rb") as file:
            if self._locked:
                lock_file(file)
            try:
                return file.read().replace(os.linesep.encode("ascii"), b"\n")
            finally:
                if self._locked:
                    unlock_file(file)

    def get_file(self, key):
        return _ProxyFile(self._opened(key, "rb"))

    def iterkeys(self):
        return iter(sorted(int(entry) for entry in os.listdir(self._path) if entry.isdigit()))

    def __contains__(self, key):
        return os.path.exists(self._file_of(key))

    def __len__(self):
        return len(list(self.iterkeys()))

    def _open_mh_sequences_file(self, text):
        mode, extra = ("r+", {"encoding": "ASCII"}) if text else ("rb+", {})
        return open(os.path.join(self._path, ".mh_sequences"), mode, **extra)

    def lock(self):
        if not self._locked:
            self._file = self._open_mh_sequences_file(text=False)
            lock_file(self._file)
            self._locked = True

    def unlock(self):
        if self._locked:
            unlock_file(self._file)
            sync_close(self._file)
            del self._file
            self._locked = False

    def flush(self):
        pass

    def close(self):
        if self._locked:
            self.unlock()

    def list_folders(self):
        return [entry for entry in os.listdir(self._path) if os.path.isdir(os.path.join(self._path, entry))]

    def get_folder(self, folder):
        return MH(os.path.join(self._path, folder), factory=self._factory, create=False)

    def add_folder(self, folder):
        return MH(os.path.join(self._path, folder), factory=self._factory)

    def remove_folder(self, folder):
        path = os.path.join(self._path, folder)
        entries = os.listdir(path)
        if entries == [".mh_sequences"]:
            os.remove(os.path.join(path, ".mh_sequences"))
        elif entries:
            raise NotEmptyError("Folder not empty: %s" % self._path)
        os.rmdir(path)

    def get_sequences(self):
        """{name: [key, ...]}, of messages that are there."""
        found = {}
        with self._open_mh_sequences_file(text=True) as file:
            present = set(self.keys())
            for line in file:
                try:
                    name, contents = line.split(":")
                    keys = set()
                    for spec in contents.split():
                        if spec.isdigit():
                            keys.add(int(spec))
                        else:
                            start, stop = map(int, spec.split("-"))
                            keys.update(range(start, stop + 1))
                    found[name] = [key for key in sorted(keys) if key in present]
                    if not found[name]:
                        del found[name]
                except ValueError:
                    raise FormatError("Invalid sequence specification: %s" % line.rstrip())
        return found

    def set_sequences(self, sequences):
        with self._open_mh_sequences_file(text=True) as file:
            os.close(os.open(file.name, os.O_WRONLY | os.O_TRUNC))
            for name, keys in sequences.items():
                if keys:
                    file.write(name + ":" + "".join(self._ranges(sorted(set(keys)))) + "\n")

    def _ranges(self, keys):
        """` 1`, ` 3-7`: neighbours are written as a range."""
        for _, group in itertools.groupby(enumerate(keys), lambda pair: pair[1] - pair[0]):
            members = [key for _, key in group]
            yield " %s" % members[0] if len(members) == 1 else " %s-%s" % (members[0], members[-1])

    def pack(self):
        """Gives the messages the numbers from 1 on; keys that were asked for before are wrong then."""
        sequences = self.get_sequences()
        before = 0
        changes = []
        for key in self.iterkeys():
            if key - 1 != before:
                changes.append((key, before + 1))
                try:
                    os.link(self._file_of(key), self._file_of(before + 1))
                except (AttributeError, PermissionError):
                    os.rename(self._file_of(key), self._file_of(before + 1))
                else:
                    os.unlink(self._file_of(key))
            before += 1
        self._next_key = before + 1
        if not changes:
            return
        for keys in sequences.values():
            for old, new in changes:
                if old in keys:
                    keys[keys.index(old)] = new
        self.set_sequences(sequences)

    def _dump_sequences(self, message, key):
        """What a message says of its sequences stands in the file."""
        wanted = message.get_sequences()
        all_sequences = self.get_sequences()
        for name, keys in all_sequences.items():
            if name in wanted:
                keys.append(key)
            elif key in keys:
                del keys[keys.index(key)]
        for name in wanted:
            if name not in all_sequences:
                all_sequences[name] = [key]
        self.set_sequences(all_sequences)


