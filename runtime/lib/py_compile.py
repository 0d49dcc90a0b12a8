"""Checks that a source file compiles. No byte code file is written: this VM has none."""
import sys

__all__ = ['compile', 'main', 'PyCompileError']

_compile = compile


class PyCompileError(Exception):
    """A file that does not compile."""

    def __init__(self, exc_type, exc_value, file, msg=''):
        name = exc_type.__name__
        if exc_type is SyntaxError:
            import traceback
            text = ''.join(traceback.format_exception_only(exc_type, exc_value))
            shown = text.replace('File "<string>"', 'File "%s"' % file)
        else:
            shown = 'Sorry: %s: %s' % (name, exc_value)
        super().__init__(msg or shown, name, exc_value, file)
        self.exc_type_name = name
        self.exc_value = exc_value
        self.file = file
        self.msg = msg or shown

    def __str__(self):
        return self.msg


def compile(file, cfile=None, dfile=None, doraise=False, optimize=-1, invalidation_mode=None, quiet=0):
    """Compiles the file and throws the code away: an error is raised or printed. Returns None, the path of no file."""
    with open(file, 'rb') as source:
        text = source.read()
    try:
        _compile(text, dfile or file, 'exec', dont_inherit=True, optimize=optimize)
    except Exception as error:
        wrapped = PyCompileError(type(error), error, dfile or file)
        if doraise:
            raise wrapped
        if quiet < 2:
            sys.stderr.write(wrapped.msg + '\n')


def main():
    """Compiles the files named as arguments, exit code 1 when one is wrong."""
    failed = False
    for name in sys.argv[1:]:
        try:
            compile(name, doraise=True)
        except (PyCompileError, OSError) as error:
            failed = True
            sys.stderr.write('%s\n' % error)
    sys.exit(failed)


if __name__ == '__main__':
    main()
