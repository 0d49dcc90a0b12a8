"""Finds docstrings: in a module, its functions, classes, methods and its __test__."""
import inspect
import re

from doctest._parse import DocTest, DocTestParser


class DocTestFinder:
    """Makes DocTests of the docstrings of an object and of what it contains."""

    def __init__(self, verbose=False, parser=DocTestParser(), recurse=True, exclude_empty=True):
        self._parser = parser
        self._verbose = verbose
        self._recurse = recurse
        self._exclude_empty = exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        """The tests, sorted; `module` False means: take everything, wherever it was defined."""
        if name is None:
            name = getattr(obj, '__name__', None)
            if name is None:
                raise ValueError('DocTestFinder.find: name must be given when obj.__name__ doesn\'t exist: %r'
                                 % (type(obj),))
        if module is False:
            module = None
        elif module is None:
            module = inspect.getmodule(obj)
        if globs is None:
            globs = {} if module is None else module.__dict__.copy()
        else:
            globs = globs.copy()
        globs.update(extraglobs or {})
        globs.setdefault('__name__', '__main__')
        tests = []
        self._find(tests, obj, name, module, self._source_lines(obj, module), globs, set())
        tests.sort()
        return tests

    def _source_lines(self, obj, module):
        import linecache
        try:
            file = inspect.getsourcefile(obj)
        except TypeError:
            return None
        if not file:
            file = inspect.getfile(obj)
            if not file or not file.startswith('<doctest '):
                return None
        lines = linecache.getlines(file, module.__dict__) if module is not None else linecache.getlines(file)
        return lines or None

    def _from_module(self, module, object):
        if module is None:
            return True
        if inspect.getmodule(object) is not None:
            return module is inspect.getmodule(object)
        if inspect.isfunction(object):
            return module.__dict__ is object.__globals__
        if inspect.ismethoddescriptor(object) or inspect.ismethodwrapper(object):
            owner = getattr(object, '__objclass__', None)
            return module.__name__ == (owner.__module__ if owner is not None else object.__module__)
        if inspect.isclass(object) or hasattr(object, '__module__'):
            return module.__name__ == object.__module__
        if isinstance(object, property):
            return True
        raise ValueError('object must be a class or function')

    def _is_routine(self, obj):
        try:
            obj = inspect.unwrap(obj)
        except ValueError:
            pass
        return inspect.isroutine(obj)

    def _find(self, tests, obj, name, module, source_lines, globs, seen):
        if self._verbose:
            print('Finding tests in %s' % name)
        if id(obj) in seen:
            return
        seen.add(id(obj))
        test = self._get_test(obj, name, module, globs, source_lines)
        if test is not None:
            tests.append(test)
        if not self._recurse:
            return
        if inspect.ismodule(obj):
            for each, value in obj.__dict__.items():
                if (self._is_routine(value) or inspect.isclass(value)) and self._from_module(module, value):
                    self._find(tests, value, '%s.%s' % (name, each), module, source_lines, globs, seen)
            self._find_extra(tests, obj, name, module, source_lines, globs, seen)
        elif inspect.isclass(obj):
            for each, value in obj.__dict__.items():
                if isinstance(value, (staticmethod, classmethod)):
                    value = value.__func__
                if (self._is_routine(value) or inspect.isclass(value) or isinstance(value, property)) \
                        and self._from_module(module, value):
                    self._find(tests, value, '%s.%s' % (name, each), module, source_lines, globs, seen)

    def _find_extra(self, tests, obj, name, module, source_lines, globs, seen):
        for each, value in getattr(obj, '__test__', {}).items():
            if not isinstance(each, str):
                raise ValueError('DocTestFinder.find: __test__ keys must be strings: %r' % (type(each),))
            if not (self._is_routine(value) or inspect.isclass(value) or inspect.ismodule(value)
                    or isinstance(value, str)):
                raise ValueError('DocTestFinder.find: __test__ values must be strings, functions, methods, '
                                 'classes, or modules: %r' % (type(value),))
            self._find(tests, value, '%s.__test__.%s' % (name, each), module, source_lines, globs, seen)

    def _get_test(self, obj, name, module, globs, source_lines):
        if isinstance(obj, str):
            docstring = obj
        else:
            docstring = getattr(obj, '__doc__', None)
            docstring = '' if docstring is None else docstring if isinstance(docstring, str) else str(docstring)
        lineno = self._find_lineno(obj, source_lines)
        if self._exclude_empty and not docstring:
            return None
        if module is None:
            filename = None
        else:
            filename = getattr(module, '__file__', None) or module.__name__
            if filename[-4:] == '.pyc':
                filename = filename[:-1]
        return self._parser.get_doctest(docstring, globs, name, filename, lineno)

    def _find_lineno(self, obj, source_lines):
        lineno = None
        docstring = getattr(obj, '__doc__', None)
        if inspect.ismodule(obj) and docstring is not None:
            lineno = 0
        if inspect.isclass(obj) and docstring is not None:
            if source_lines is None:
                return None
            opening = re.compile(r'^\s*class\s*%s\b' % re.escape(getattr(obj, '__name__', '-')))
            lineno = next((number for number, line in enumerate(source_lines) if opening.match(line)), None)
        if inspect.ismethod(obj):
            obj = obj.__func__
        if isinstance(obj, property):
            obj = obj.fget
        if inspect.isroutine(obj) and getattr(obj, '__doc__', None):
            try:
                obj = inspect.unwrap(obj)
            except ValueError:
                return None
            code = getattr(obj, '__code__', None)
            if code is None:
                return None
            lineno = code.co_firstlineno - 1
        if lineno is not None:
            if source_lines is None:
                return lineno + 1
            opening = re.compile(r'(^|.*:)\s*\w*("|\')')
            for number in range(lineno, len(source_lines)):
                if opening.match(source_lines[number]):
                    return number
        return None
