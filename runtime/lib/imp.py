"""The import machinery as scripts asked it before importlib."""
import importlib
import importlib.util
import os
import sys
import tokenize
import types
import warnings
from importlib.machinery import SOURCE_SUFFIXES, BuiltinImporter

import _imp

warnings.warn("the imp module is deprecated in favour of importlib and slated for removal in Python 3.12; see the module's "
              'documentation for alternative uses', DeprecationWarning, stacklevel=2)

SEARCH_ERROR, PY_SOURCE, PY_COMPILED, C_EXTENSION, PY_RESOURCE, PKG_DIRECTORY, C_BUILTIN, PY_FROZEN, PY_CODERESOURCE, \
    IMP_HOOK = range(10)

_lock_depth = 0


def new_module(name):
    """A module of that name, in no table yet."""
    return types.ModuleType(name)


def get_magic():
    """The number that byte code files begin with."""
    return importlib.util.MAGIC_NUMBER


def get_tag():
    """What byte code files have in their names."""
    return sys.implementation.cache_tag


def cache_from_source(path, debug_override=None):
    """Where the byte code of a source file would be."""
    return importlib.util.cache_from_source(path, debug_override)


def source_from_cache(path):
    """The source file of a byte code file."""
    return importlib.util.source_from_cache(path)


def get_suffixes():
    """(suffix, mode, kind) of each sort of file that can be imported."""
    return [(suffix, 'r', PY_SOURCE) for suffix in SOURCE_SUFFIXES]


def acquire_lock():
    """Begins a time in which lock_held() is true."""
    global _lock_depth
    _lock_depth += 1


def release_lock():
    """Ends what acquire_lock() began."""
    global _lock_depth
    if not _lock_depth:
        raise RuntimeError('not holding the import lock')
    _lock_depth -= 1


def lock_held():
    """Whether somebody has called acquire_lock()."""
    return _lock_depth > 0


def is_builtin(name, /):
    """1 for a module in C++ that is there from the start, -1 for one that cannot be loaded again, 0 for others."""
    return -1 if name in ('sys', 'builtins') else int(_imp.is_builtin(name))


def is_frozen(name, /):
    """Whether the module's source is in the engine."""
    return _is_kind(name, 'frozen')


def is_frozen_package(name, /):
    """Whether a module in the engine is a package."""
    if not is_frozen(name):
        raise ImportError('No such frozen object named %s' % name, name=name)
    return bool(_imp.find(name)[2])


def _is_kind(name, kind):
    found = _imp.find(name)
    return bool(found) and found[0] == kind


def init_builtin(name):
    """The module in C++ of that name, or None."""
    return importlib.import_module(name) if _is_kind(name, 'built-in') else None


def init_frozen(name, /):
    """The module in the engine of that name, or None."""
    return importlib.import_module(name) if is_frozen(name) else None


class NullImporter:
    """A finder that finds nothing."""

    def __init__(self, path):
        if path == '':
            raise ImportError('empty pathname', path='')
        if os.path.isdir(path):
            raise ImportError('existing directory', path=path)

    def find_module(self, fullname):
        return None


# --- loading

def _loaded(name, spec):
    module = sys.modules.get(name)
    if module is None:
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
    else:
        module.__spec__, module.__file__, module.__loader__ = spec, spec.origin, spec.loader
    try:
        spec.loader.exec_module(module)
    except BaseException:
        sys.modules.pop(name, None)
        raise
    return sys.modules.get(name, module)


def load_source(name, pathname, file=None):
    """Runs a source file as a module."""
    return _loaded(name, importlib.util.spec_from_file_location(name, pathname))


def load_package(name, path):
    """Runs the __init__ of a folder as a package."""
    if os.path.isdir(path):
        for suffix in SOURCE_SUFFIXES:
            if os.path.exists(init := os.path.join(path, '__init__' + suffix)):
                path = init
                break
        else:
            raise ValueError('{!r} is not a package'.format(path))
    return _loaded(name, importlib.util.spec_from_file_location(name, path, submodule_search_locations=[]))


def load_module(name, file, filename, details):
    """Loads what find_module() has found."""
    suffix, mode, kind = details
    if mode and (not mode.startswith('r') or '+' in mode):
        raise ValueError('invalid file open mode {!r}'.format(mode))
    if file is None and kind in {PY_SOURCE, PY_COMPILED}:
        raise ValueError('file object required for import (type code {})'.format(kind))
    if kind == PY_SOURCE:
        return load_source(name, filename, file)
    if kind == PKG_DIRECTORY:
        return load_package(name, filename)
    if kind == C_BUILTIN:
        return init_builtin(name)
    if kind == PY_FROZEN:
        return init_frozen(name)
    raise ImportError("Don't know how to import {} (type code {})".format(name, kind), name=name)


def find_module(name, path=None):
    """(open file, path, (suffix, mode, kind)) of a module. Without a path sys.path is searched."""
    if not isinstance(name, str):
        raise TypeError("'name' must be a str, not {}".format(type(name)))
    if not isinstance(path, (type(None), list)):
        raise RuntimeError("'path' must be None or a list, not {}".format(type(path)))
    if path is None:
        if _is_kind(name, 'built-in'):
            return None, None, ('', '', C_BUILTIN)
        if is_frozen(name):
            return None, None, ('', '', PY_FROZEN)
        path = sys.path
    for folder in path:
        package = os.path.join(folder, name)
        for suffix in SOURCE_SUFFIXES:
            if os.path.exists(os.path.join(package, '__init__' + suffix)):
                return None, package, ('', '', PKG_DIRECTORY)
            if os.path.exists(file := package + suffix):
                with open(file, 'rb') as source:
                    encoding = tokenize.detect_encoding(source.readline)[0]
                return open(file, 'r', encoding=encoding), file, (suffix, 'r', PY_SOURCE)
    raise ImportError("No module named {!r}".format(name), name=name)


def reload(module):
    """Runs a module again."""
    return importlib.reload(module)
