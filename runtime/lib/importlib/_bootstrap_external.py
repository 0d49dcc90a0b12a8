"""Names under which CPython keeps the half of importlib that knows files."""
from _import_kinds import (BYTECODE_SUFFIXES, EXTENSION_SUFFIXES, SOURCE_SUFFIXES, FileFinder, NamespaceLoader,
                           PathFinder, SourceFileLoader)
from importlib.util import MAGIC_NUMBER, cache_from_source, decode_source, source_from_cache, spec_from_file_location

path_sep = '/'
path_separators = '/'


def _get_sourcefile(bytecode_path):
    """The source a file of byte code belongs to, if it is there; else the file itself."""
    import os
    if not bytecode_path:
        return None
    name, dot, suffix = bytecode_path.rpartition('.')
    if not dot or suffix.lower()[:2] != 'py':
        return bytecode_path
    try:
        source = source_from_cache(bytecode_path)
    except ValueError:
        source = bytecode_path[:-1]
    return source if os.path.isfile(source) else bytecode_path
