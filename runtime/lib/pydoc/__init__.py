"""Documentation as text, from docstrings and signatures: what help() shows."""
import builtins
import inspect
import os
import sys

from pydoc._small import allmethods, cram, importfile, ispackage, replace, stripid, synopsis
from pydoc._text import Doc, TextDoc, own_doc, plain, plaintext, text

__all__ = ['help', 'render_doc', 'doc', 'locate', 'resolve', 'getdoc', 'TextDoc', 'Helper', 'ErrorDuringImport',
           'plain', 'plaintext', 'text', 'pager', 'apropos', 'splitdoc', 'describe', 'ispath', 'visiblename']

from pydoc._text import describe, getdoc, splitdoc, visiblename


class ErrorDuringImport(Exception):
    """A module that was to be documented could not be imported."""

    def __init__(self, filename, exc_info):
        self.filename = filename
        self.exc, self.value, self.tb = exc_info

    def __str__(self):
        return 'problem in %s - %s: %s' % (self.filename, self.exc.__name__, self.value)


def ispath(x):
    """Whether it looks like the path of a file."""
    return isinstance(x, str) and x.find(os.sep) >= 0


def safeimport(path, forceload=0, cache={}):
    """Imports a module; None where there is none of that name."""
    try:
        if forceload and path in sys.modules and path not in sys.builtin_module_names:
            for name in [path] + [each for each in sys.modules if each.startswith(path + '.')]:
                cache[name] = sys.modules.pop(name)
        module = __import__(path)
    except BaseException as error:
        if issubclass(type(error), ImportError) and error.name == path:
            return None
        if path in sys.modules:
            raise ErrorDuringImport(getattr(sys.modules[path], '__file__', path), sys.exc_info())
        if type(error) is SyntaxError:
            raise ErrorDuringImport(error.filename, sys.exc_info())
        if issubclass(type(error), ImportError):
            return None
        raise ErrorDuringImport(path, sys.exc_info())
    for part in path.split('.')[1:]:
        try:
            module = getattr(module, part)
        except AttributeError:
            return None
    return module


def locate(path, forceload=0):
    """The object a dotted name leads to, importing modules as needed; None where there is none."""
    parts = [part for part in path.split('.') if part]
    module, place = None, 0
    while place < len(parts):
        following = safeimport('.'.join(parts[:place + 1]), forceload)
        if not following:
            break
        module, place = following, place + 1
    found = module or builtins
    for part in parts[place:]:
        try:
            found = getattr(found, part)
        except AttributeError:
            return None
    return found


def resolve(thing, forceload=0):
    """(object, name) of an object or of a dotted name."""
    if isinstance(thing, str):
        found = locate(thing, forceload)
        if found is None:
            raise ImportError('No Python documentation found for %r.\n'
                              'Use help() to get the interactive help utility.\n'
                              'Use help(str) for help on the str class.' % thing)
        return found, thing
    name = getattr(thing, '__name__', None)
    return thing, name if isinstance(name, str) else None


def render_doc(thing, title='Python Library Documentation: %s', forceload=0, renderer=None):
    """The documentation of an object, with a title."""
    renderer = text if renderer is None else renderer
    found, name = resolve(thing, forceload)
    about = describe(found)
    module = inspect.getmodule(found)
    if name and '.' in name:
        about += ' in ' + name[:name.rfind('.')]
    elif module and module is not found:
        about += ' in module ' + module.__name__
    documented = (inspect.ismodule(found) or inspect.isclass(found) or inspect.isroutine(found)
                  or inspect.isdatadescriptor(found) or own_doc(found))
    if not documented:
        # A plain value: its class tells more.
        if hasattr(found, '__origin__'):
            found = found.__origin__
        else:
            found = type(found)
            about += ' object'
    return title % about + '\n\n' + renderer.document(found, name)


def doc(thing, title='Python Library Documentation: %s', forceload=0, output=None, is_cli=False):
    """Shows the documentation of an object."""
    try:
        if output is None:
            pager(render_doc(thing, title, forceload))
        else:
            output.write(render_doc(thing, title, forceload, plaintext))
    except ImportError as error:
        if is_cli:
            raise
        print(error)


def pager(text):
    """Shows a text: a page at a time in a terminal."""
    global pager
    pager = getpager()
    pager(text)


def getpager():
    """The function that shows texts here."""
    import shutil
    if not hasattr(sys.stdin, 'isatty') or not hasattr(sys.stdout, 'isatty') or not (
            sys.stdin.isatty() and sys.stdout.isatty()) or os.environ.get('TERM') in ('dumb', 'emacs'):
        return plainpager
    command = os.environ.get('MANPAGER') or os.environ.get('PAGER') or shutil.which('less')
    return plainpager if not command else lambda text: pipepager(text, command)


def plainpager(text):
    """Writes the text."""
    sys.stdout.write(plain(text) + ('' if text.endswith('\n') else '\n'))


def pipepager(text, cmd):
    """Shows the text with another program."""
    import subprocess
    try:
        subprocess.run(cmd, shell=True, input=text.encode(errors='backslashreplace'))
    except OSError:
        plainpager(text)


class Helper:
    """What the name help is bound to."""

    def __init__(self, input=None, output=None):
        self._input = input
        self._output = output

    @property
    def input(self):
        return self._input or sys.stdin

    @property
    def output(self):
        return self._output or sys.stdout

    def __repr__(self):
        return '<%s.%s instance>' % (type(self).__module__, type(self).__qualname__)

    _nothing = object()

    def __call__(self, request=_nothing):
        if request is not self._nothing:
            self.help(request)
            return
        self.intro()
        while True:
            try:
                line = self.getline('help> ').strip()
            except (KeyboardInterrupt, EOFError):
                break
            if line.lower() in ('q', 'quit', ''):
                break
            self.help(line)

    def getline(self, prompt):
        if self.input is sys.stdin:
            return input(prompt)
        self.output.write(prompt)
        self.output.flush()
        return self.input.readline()

    def intro(self):
        self.output.write('Type the name of a module, class or function to read about it, "quit" to leave.\n')

    def help(self, request):
        """Shows what is known about an object or a name."""
        if isinstance(request, str):
            request = request.strip()
            if request == 'help':
                self.intro()
            elif request in ('True', 'False', 'None'):
                doc(eval(request), 'Help on %s:', output=self._output)
            elif request:
                doc(request, 'Help on %s:', output=self._output)
            else:
                doc(str, 'Help on %s:', output=self._output)
        elif isinstance(request, Helper):
            self()
        else:
            doc(request, 'Help on %s:', output=self._output)
        self.output.write('\n')


help = Helper()


def apropos(key):
    """Prints the modules whose name or first line has the word."""
    for name in sorted(sys.stdlib_module_names):
        if key.lower() in name.lower():
            print(name)


def cli():
    """gillab -m pydoc NAME...: shows documentation."""
    names = sys.argv[1:]
    if not names:
        print('pydoc - show documentation\n\nuse: -m pydoc NAME...')
        return
    for name in names:
        if name.startswith('-'):
            continue
        if ispath(name) and not os.path.exists(name):
            print('file %r does not exist' % name)
            sys.exit(1)
        try:
            doc(name, 'Help on %s:', is_cli=True)
        except (ImportError, ErrorDuringImport) as error:
            print(error)
            sys.exit(1)
