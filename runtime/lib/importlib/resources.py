"""Files that lie in a package."""
import contextlib
import os
import tempfile
import types
from importlib import import_module
from pathlib import Path

__all__ = ['Package', 'Resource', 'as_file', 'contents', 'files', 'is_resource', 'open_binary', 'open_text', 'path',
           'read_binary', 'read_text']

Package = types.ModuleType | str
Resource = str


def _package(name):
    """The package of a name, or the package itself."""
    module = import_module(name) if isinstance(name, str) else name
    if module.__spec__ is None or module.__spec__.submodule_search_locations is None:
        raise TypeError(f'{module.__name__!r} is not a package')
    return module


def files(package):
    """The folder of a package, with the methods of a path."""
    module = _package(package)
    return Path(next(iter(module.__spec__.submodule_search_locations)))


@contextlib.contextmanager
def as_file(path):
    """A path of the file system for what files() gave, while the block runs."""
    if isinstance(path, Path):
        yield path
        return
    descriptor, name = tempfile.mkstemp(suffix=path.name)
    try:
        with os.fdopen(descriptor, 'wb') as file:
            file.write(path.read_bytes())
        yield Path(name)
    finally:
        os.unlink(name)


def _old(function):
    """The functions of before files() tell what to use instead."""
    def call(*args, **kwargs):
        import warnings
        warnings.warn(f'{function.__name__} is deprecated. Use files() instead. Refer to https://importlib-resources.'
                      f'readthedocs.io/en/latest/using.html#migrating-from-legacy for migration advice.',
                      DeprecationWarning, stacklevel=2)
        return function(*args, **kwargs)
    call.__name__, call.__doc__, call.__wrapped__ = function.__name__, function.__doc__, function
    return call


def _place(package, resource):
    name = os.fspath(resource)
    if os.path.split(name)[0]:
        raise ValueError(f'{resource!r} must be only a file name')
    return files(package) / name


@_old
def open_binary(package, resource):
    """The resource, opened for reading bytes."""
    return _place(package, resource).open('rb')


@_old
def read_binary(package, resource):
    """The bytes of the resource."""
    return _place(package, resource).read_bytes()


@_old
def open_text(package, resource, encoding='utf-8', errors='strict'):
    """The resource, opened for reading text."""
    return _place(package, resource).open('r', encoding=encoding, errors=errors)


@_old
def read_text(package, resource, encoding='utf-8', errors='strict'):
    """The text of the resource."""
    with _place(package, resource).open('r', encoding=encoding, errors=errors) as file:
        return file.read()


@_old
def contents(package):
    """The names of what lies in the package."""
    return [path.name for path in files(package).iterdir()]


@_old
def is_resource(package, name):
    """Whether a file of that name lies in the package."""
    return any(path.name == name and path.is_file() for path in files(package).iterdir())


@_old
def path(package, resource):
    """A context with the path of the resource."""
    return as_file(_place(package, resource))
