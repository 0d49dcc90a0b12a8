"""Small work on text, and finding files beside a module."""
import os
import re
import sys


def indent(text, by=4):
    """Every line that is not empty, moved to the right."""
    return re.sub('(?m)^(?!$)', by * ' ', text)


def normalise_module(module, depth=2):
    """A module, given as one, by name, or None for the caller's."""
    if isinstance(module, type(sys)):
        return module
    if isinstance(module, str):
        return __import__(module, globals(), locals(), ['*'])
    if module is None:
        return sys.modules[sys._getframe(depth).f_globals['__name__']]
    raise TypeError('Expected a module, string, or None')


def load_text_file(filename, package, module_relative, encoding):
    """The file's text and its path; a path relative to a module has forward slashes."""
    if module_relative:
        package = normalise_module(package, 3)
        filename = _beside(package, filename)
        loader = getattr(package, '__loader__', None)
        if loader is None:
            loader = getattr(getattr(package, '__spec__', None), 'loader', None)
        if hasattr(loader, 'get_data'):
            text = loader.get_data(filename).decode(encoding)
            return text.replace('\r\n', '\n').replace('\r', '\n'), filename
    with open(filename, encoding=encoding) as file:
        return file.read(), filename


def _beside(module, path):
    if not isinstance(module, type(sys)):
        raise TypeError('Expected a module: %r' % module)
    if path.startswith('/'):
        raise ValueError('Module-relative files may not have absolute paths')
    path = os.path.join(*path.split('/'))
    if hasattr(module, '__file__'):
        base = os.path.split(module.__file__)[0]
    elif module.__name__ == '__main__':
        base = os.path.split(sys.argv[0])[0] if sys.argv and sys.argv[0] else os.curdir
    else:
        if hasattr(module, '__path__'):
            for folder in module.__path__:
                if os.path.exists(full := os.path.join(folder, path)):
                    return full
        raise ValueError("Can't resolve paths relative to the module %r (it has no __file__)" % module.__name__)
    return os.path.join(base, path)
