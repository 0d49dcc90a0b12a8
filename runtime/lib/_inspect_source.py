"""The part of inspect that finds files, modules and source lines of objects."""
import linecache
import os
import sys
import types


class EndOfBlock(Exception):
    """The block that BlockFinder reads is over."""


class ClassFoundException(Exception):
    """The class statement was found; the argument is its line."""


class BlockFinder:
    """Takes the tokens of a file from the beginning of a definition; last is the last line that belongs to it."""

    def __init__(self):
        self.indent, self.last = 0, 1
        self.islambda = self.started = self.passline = self.indecorator = False
        self.body_col0 = None

    def tokeneater(self, type, token, srowcol, erowcol, line):
        import tokenize
        if not self.started and not self.indecorator:
            if token == '@':
                self.indecorator = True
            elif token in ('def', 'class', 'lambda'):
                self.islambda = token == 'lambda'
                self.started = True
            self.passline = True
        elif type == tokenize.NEWLINE:
            self.passline = self.indecorator = False
            self.last = srowcol[0]
            if self.islambda:
                raise EndOfBlock
        elif self.passline:
            pass
        elif type == tokenize.INDENT:
            if self.body_col0 is None and self.started:
                self.body_col0 = erowcol[1]
            self.indent += 1
            self.passline = True
        elif type == tokenize.DEDENT:
            self.indent -= 1
            if self.indent <= 0:
                raise EndOfBlock
        elif type == tokenize.COMMENT:
            if self.body_col0 is not None and srowcol[1] >= self.body_col0:
                self.last = srowcol[0]
        elif self.indent == 0 and type != tokenize.NL:
            raise EndOfBlock


def getblock(lines):
    """The lines of the definition at the top."""
    import tokenize
    finder = BlockFinder()
    try:
        for token in tokenize.generate_tokens(iter(lines).__next__):
            finder.tokeneater(*token)
    except (EndOfBlock, IndentationError):
        pass
    return lines[:finder.last]


def _code_of(object):
    if isinstance(object, types.MethodType):
        object = object.__func__
    if isinstance(object, types.FunctionType):
        return object.__code__
    if isinstance(object, types.TracebackType):
        object = object.tb_frame
    if isinstance(object, types.FrameType):
        return object.f_code
    return object if isinstance(object, types.CodeType) else None


def getfile(object):
    """The file something was defined in."""
    if isinstance(object, types.ModuleType):
        if getattr(object, '__file__', None):
            return object.__file__
        raise TypeError(f'{object!r} is a built-in module')
    if isinstance(object, type):
        name = getattr(object, '__module__', None)
        module = sys.modules.get(name)
        if getattr(module, '__file__', None):
            return module.__file__
        if name == '__main__':
            raise OSError('source code not available')
        raise TypeError(f'{object!r} is a built-in class')
    code = _code_of(object)
    if code is None:
        raise TypeError(f'module, class, method, function, traceback, frame, or code object was expected, got '
                        f'{type(object).__name__}')
    return code.co_filename


def getsourcefile(object):
    """The file with the source, None where there is none."""
    filename = getfile(object)
    if filename in linecache.cache or os.path.exists(filename):
        return filename
    module = getmodule(object, filename)
    loader = getattr(module, '__loader__', None) or getattr(getattr(module, '__spec__', None), 'loader', None)
    return filename if loader is not None else None


def getabsfile(object, _filename=None):
    """The path of the file that defines an object."""
    if _filename is None:
        _filename = getsourcefile(object) or getfile(object)
    return os.path.normcase(os.path.abspath(_filename))


def getmodule(object, _filename=None):
    """The module something was defined in."""
    if isinstance(object, types.ModuleType):
        return object
    if hasattr(object, '__module__'):
        return sys.modules.get(object.__module__)
    try:
        file = getabsfile(object, _filename)
    except (TypeError, OSError):
        return None
    for module in list(sys.modules.values()):
        known = getattr(module, '__file__', None)
        if isinstance(known, str) and file in (os.path.abspath(known), os.path.realpath(known)):
            return sys.modules.get(module.__name__)
    name = getattr(object, '__name__', None)
    if name is not None:
        for module in sys.modules['__main__'], sys.modules['builtins']:
            if getattr(module, name, None) is object:
                return module
    return None


def getmodulename(path):
    """The name of the module that a file would be."""
    name = os.path.basename(path)
    return next((name[:-len(suffix)] for suffix in ('.pyc', '.py') if name.endswith(suffix)), None)


def findsource(object):
    """All lines of the file, and where the object begins, counted from 0."""
    file = getsourcefile(object)
    if file:
        linecache.checkcache(file)
    else:
        file = getfile(object)
        if not (file.startswith('<') and file.endswith('>')):
            raise OSError('source code not available')
    module = getmodule(object, file)
    lines = linecache.getlines(file, module.__dict__) if module else linecache.getlines(file)
    if not lines:
        raise OSError('could not get source code')
    if isinstance(object, types.ModuleType):
        return lines, 0
    if isinstance(object, type):
        return lines, _class_line(object.__qualname__, lines)
    code = _code_of(object)
    if code is None:
        raise OSError('could not find code object')
    return lines, _definition_line(lines, code.co_firstlineno - 1)


def _definition_line(lines, place):
    """The line at or above a place where a definition begins."""
    import re
    begins = re.compile(r'^(\s*def\s)|(\s*async\s+def\s)|(.*(?<!\w)lambda(:|\s))|^(\s*@)')
    while place > 0:
        if place >= len(lines):
            raise OSError('lineno is out of bounds')
        if begins.match(lines[place]):
            break
        place -= 1
    return place


def _class_line(qualname, lines):
    """The first class statement of that qualified name."""
    import ast

    def search(node, names):
        for child in ast.iter_child_nodes(node):
            inner = names
            if isinstance(child, ast.ClassDef):
                inner = names + [child.name]
                if '.'.join(inner) == qualname:
                    first = child.decorator_list[0] if child.decorator_list else child
                    raise ClassFoundException(first.lineno - 1)
            elif isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)):
                inner = names + [child.name, '<locals>']
            search(child, inner)
    try:
        search(ast.parse(''.join(lines)), [])
    except ClassFoundException as found:
        return found.args[0]
    raise OSError('could not find class definition')


def getsourcelines(object):
    """The lines of a definition, and the number of the first."""
    from inspect import unwrap
    object = unwrap(object)
    lines, start = findsource(object)
    if isinstance(object, types.TracebackType):
        object = object.tb_frame
    if isinstance(object, types.ModuleType) or (
            isinstance(object, types.FrameType) and object.f_code.co_name == "<module>"):
        return lines, 0
    return getblock(lines[start:]), start + 1


def getsource(object):
    """The text of a definition."""
    return ''.join(getsourcelines(object)[0])


def indentsize(line):
    """How far a line is indented; a tab goes to the next multiple of eight."""
    expanded = line.expandtabs()
    return len(expanded) - len(expanded.lstrip())


def getcomments(object):
    """The comment lines above an object's source, or None."""
    try:
        lines, number = findsource(object)
    except (OSError, TypeError):
        return None
    if isinstance(object, types.ModuleType):
        start = 1 if lines and lines[0][:2] == '#!' else 0
        while start < len(lines) and lines[start].strip() in ('', '#'):
            start += 1
        end = start
        while end < len(lines) and lines[end][:1] == '#':
            end += 1
        return ''.join([line.expandtabs() for line in lines[start:end]]) or None
    depth, end = indentsize(lines[number]), number
    start = end
    while start > 0 and lines[start - 1].lstrip()[:1] == '#' and indentsize(lines[start - 1]) == depth:
        start -= 1
    comments = [line.expandtabs().lstrip() for line in lines[start:end]]
    while comments and comments[0].strip() == '#':
        comments.pop(0)
    while comments and comments[-1].strip() == '#':
        comments.pop()
    return ''.join(comments) or None


def _find_class(function):
    """The class a function stands in by its qualified name, None if there is none."""
    owner = sys.modules.get(function.__module__)
    if owner is None:
        return None
    for part in function.__qualname__.split('.')[:-1]:
        owner = getattr(owner, part, None)
    return owner if isinstance(owner, type) else None


def _finddoc(obj):
    """The docstring of what an object overrides."""
    if isinstance(obj, type):
        return next((base.__doc__ for base in obj.__mro__ if base is not object and base.__doc__ is not None), None)
    owner = name = None
    if isinstance(obj, types.MethodType):
        name, owner = obj.__func__.__name__, obj.__self__
        if not (isinstance(owner, type) and getattr(getattr(owner, name, None), '__func__', None) is obj.__func__):
            owner = type(owner)
    elif isinstance(obj, types.FunctionType):
        name, owner = obj.__name__, _find_class(obj)
        if owner is None or getattr(owner, name, None) is not obj:
            return None
    elif isinstance(obj, types.BuiltinFunctionType):
        name, owner = obj.__name__, obj.__self__
        owner = owner if isinstance(owner, type) else type(owner)
    elif isinstance(obj, property):
        function = obj.fget
        name, owner = function.__name__, _find_class(function)
        if owner is None or getattr(owner, name, None) is not obj:
            return None
    elif hasattr(obj, '__objclass__'):
        name, owner = obj.__name__, obj.__objclass__
        slots = owner.__dict__.get('__slots__')
        if isinstance(obj, types.MemberDescriptorType) and isinstance(slots, dict) and name in slots:
            return slots[name]
    if owner is None:
        return None
    for base in owner.__mro__:
        value = getattr(base, name, None)
        # An instance has the docstring of its class for one of its own: that says nothing about this name.
        doc = getattr(value, '__doc__', None)
        if doc is not None and (isinstance(value, (property, types.MemberDescriptorType)) or
                                doc is not getattr(type(value), '__doc__', None)):
            return doc
    return None


for _each in list(globals().values()):
    if getattr(_each, '__module__', None) == '_inspect_source':
        _each.__module__ = 'inspect'
del _each
