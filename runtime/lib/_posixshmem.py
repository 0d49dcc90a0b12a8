"""Memory with a name, as the C library of Linux does it: files of /dev/shm."""
import os


def _path(name):
    if '/' in name[1:]:
        raise OSError(22, os.strerror(22), name)
    return '/dev/shm/' + name.lstrip('/')


def shm_open(path, flags, mode=511):
    try:
        return os.open(_path(path), flags | os.O_NOFOLLOW | os.O_CLOEXEC, mode)
    except OSError as error:
        raise OSError(error.errno, error.strerror, path) from None


def shm_unlink(path):
    try:
        os.unlink(_path(path))
    except OSError as error:
        raise OSError(error.errno, error.strerror, path) from None
