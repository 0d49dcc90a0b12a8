"""Small functions of pydoc: about texts, files and methods."""
import inspect
import os
import re
import sys


def replace(text, *pairs):
    """The text with the first of each pair replaced by the second."""
    while pairs:
        text = pairs[1].join(text.split(pairs[0]))
        pairs = pairs[2:]
    return text


def cram(text, maxlen):
    """The text, its middle left out where it is too long."""
    if len(text) <= maxlen:
        return text
    before = max(0, (maxlen - 3) // 2)
    return f'{text[:before]}...{text[len(text) - max(0, maxlen - 3 - before):]}'


def stripid(text):
    """The text without the address at the end of a repr."""
    return re.sub(r' at 0x[0-9a-f]{6,16}(>+)$', r'\1', text, flags=re.IGNORECASE)


def allmethods(cl):
    """The methods of a class and of its bases, by name."""
    methods = {name: 1 for name, value in inspect.getmembers(cl, inspect.isroutine)}
    for base in cl.__bases__:
        methods.update(allmethods(base))
    return {name: getattr(cl, name) for name in methods}


def ispackage(path):
    """Whether a folder is a package."""
    return os.path.isdir(path) and any(os.path.exists(os.path.join(path, '__init__' + ending))
                                       for ending in ('.py', '.pyc'))


def synopsis(filename, cache={}):
    """The first line of the docstring of a file."""
    import tokenize
    changed = os.stat(filename).st_mtime
    known = cache.get(filename)
    if known is None or known[0] < changed:
        try:
            with tokenize.open(filename) as file:
                import ast
                text = ast.get_docstring(ast.parse(file.read()))
        except (OSError, SyntaxError, ValueError):
            return None
        cache[filename] = known = changed, text.strip().split('\n')[0].strip() if text else None
    return known[1]


def importfile(path):
    """The module of a file."""
    import importlib.util
    from pydoc import ErrorDuringImport
    name = os.path.splitext(os.path.basename(path))[0]
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except BaseException:
        raise ErrorDuringImport(path, sys.exc_info())
    return module
