"""Paths that match a shell's pattern."""
import fnmatch
import os
import re
import sys

__all__ = ["escape", "glob", "iglob", "has_magic"]

_magic = re.compile("([*?[])")
_magic_bytes = re.compile(b"([*?[])")


def has_magic(text):
    return (_magic_bytes if isinstance(text, bytes) else _magic).search(text) is not None


def escape(pathname):
    if isinstance(pathname, bytes):
        return _magic_bytes.sub(rb"[\1]", pathname)
    return _magic.sub(r"[\1]", pathname)


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    return list(iglob(pathname, root_dir=root_dir, dir_fd=dir_fd, recursive=recursive, include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    sys.audit('glob.glob', pathname, recursive)
    sys.audit('glob.glob/2', pathname, recursive, root_dir, dir_fd)
    pathname = os.fspath(pathname)
    root = pathname[:0] if root_dir is None else os.fspath(root_dir)
    if dir_fd is not None:
        above = f"/proc/self/fd/{dir_fd}"
        root = os.path.join(os.fsencode(above) if isinstance(pathname, bytes) else above, root)
    found = _Search(root, recursive, include_hidden).paths(pathname, False)
    if not pathname or (recursive and _is_recursive(pathname[:2])):
        found = (path for path in found if path)
    return found


def _is_recursive(part):
    return part in ("**", b"**")


def _is_directory(entry):
    try:
        return entry.is_dir()
    except OSError:
        return False


class _Search:
    def __init__(self, root, recursive, include_hidden):
        self.root, self.recursive, self.include_hidden = root, recursive, include_hidden

    def place(self, path):
        return os.path.join(self.root, path) if self.root and path else self.root or path

    def is_hidden(self, name):
        return not self.include_hidden and name[:1] in (".", b".")

    def paths(self, pathname, only_directories):
        directory, name = os.path.split(pathname)
        if not has_magic(pathname):
            test = os.path.isdir if only_directories or not name else os.path.lexists
            if (os.path.isdir(self.place(directory)) if not name else test(self.place(pathname))):
                yield pathname
            return
        if not directory:
            yield from self.names(directory, name, only_directories)
            return
        directories = [directory]
        if directory != pathname and has_magic(directory):
            directories = self.paths(directory, True)
        for each in directories:
            for found in self.names(each, name, only_directories):
                yield os.path.join(each, found)

    def names(self, directory, name, only_directories):
        if self.recursive and _is_recursive(name):
            yield name[:0]
            yield from self.below(directory, only_directories)
        elif has_magic(name):
            names = self.listed(directory, only_directories)
            if not name.startswith("." if isinstance(name, str) else b"."):
                names = [each for each in names if not self.is_hidden(each)]
            yield from fnmatch.filter(names, name)
        elif name:
            if os.path.lexists(self.place(os.path.join(directory, name))):
                yield name
        elif os.path.isdir(self.place(directory)):
            yield name

    def listed(self, directory, only_directories):
        where = self.place(directory)
        if not where:
            where = b"." if isinstance(directory, bytes) else "."
        try:
            with os.scandir(where) as entries:
                return [entry.name for entry in entries if not only_directories or _is_directory(entry)]
        except OSError:
            return []

    def below(self, directory, only_directories):
        for name in self.listed(directory, only_directories):
            if self.is_hidden(name):
                continue
            yield name
            path = os.path.join(directory, name) if directory else name
            for found in self.below(path, only_directories):
                yield os.path.join(name, found)
