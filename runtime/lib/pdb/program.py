"""python -m pdb: a script or a module under the debugger, again and again until it is told to quit."""
import getopt
import io
import os
import sys
import traceback

from pdb.debugger import Pdb
from pdb.moves import Restart

_usage = """\
usage: pdb.py [-c command] ... [-m module | pyfile] [arg] ...

Debug the Python program given by pyfile. Alternatively,
an executable module or package to debug can be specified using
the -m switch.

Initial commands are read from .pdbrc files in your home directory
and in the current directory, if they exist.  Commands supplied with
-c are executed after commands from .pdbrc files.

To let the script run until an exception occurs, use "-c continue".
To let the script run up to a given line X in the debugged file, use
"-c 'until X'"."""


class _ScriptTarget(str):
    """A file."""

    def __new__(cls, val):
        self = super().__new__(cls, os.path.realpath(val))
        self.orig = val  # as it was given
        return self

    def check(self):
        if not os.path.exists(self):
            print('Error:', self.orig, 'does not exist')
            sys.exit(1)
        if os.path.isdir(self):
            print('Error:', self.orig, 'is a directory')
            sys.exit(1)
        sys.path[0] = os.path.dirname(self)  # in the place of the debugger's own

    @property
    def filename(self):
        return self

    @property
    def namespace(self):
        return dict(__name__='__main__', __file__=self, __builtins__=__builtins__)

    @property
    def code(self):
        with io.open_code(self) as file:
            return f"exec(compile({file.read()!r}, {self!r}, 'exec'))"


class _ModuleTarget(str):
    """A module that can be run."""

    def check(self):
        try:
            self._details
        except Exception:
            traceback.print_exc()
            sys.exit(1)

    @property
    def _details(self):
        import runpy
        if 'details' not in self.__dict__:
            self.details = runpy._get_module_details(self)
        return self.details

    @property
    def filename(self):
        return self.code.co_filename

    @property
    def code(self):
        return self._details[2]

    @property
    def namespace(self):
        name, spec, code = self._details
        return dict(__name__='__main__', __file__=os.path.normcase(os.path.abspath(code.co_filename)),
                    __package__=spec.parent, __loader__=spec.loader, __spec__=spec, __builtins__=__builtins__)


def _run_once(debugger, target):
    """False: that was the last time."""
    try:
        debugger._run(target)
        if debugger._user_requested_quit:
            return False
        print('The program finished and will be restarted')
    except Restart:
        print('Restarting', target, 'with arguments:')
        print('\t' + ' '.join(sys.argv[1:]))
    except SystemExit as exit:
        print('The program exited via sys.exit(). Exit status:', end=' ')
        print(exit)
    except SyntaxError:
        traceback.print_exc()
        sys.exit(1)
    except BaseException as error:
        traceback.print_exc()
        print('Uncaught exception. Entering post mortem debugging')
        print("Running 'cont' or 'step' will restart the program")
        debugger.interaction(None, error.__traceback__)
        print(f'Post mortem debugger finished. The {target} will be restarted')
    return True


def main():
    options, args = getopt.getopt(sys.argv[1:], 'mhc:', ['help', 'command='])
    if not args:
        print(_usage)
        sys.exit(2)
    if any(name in ('-h', '--help') for name, _ in options):
        print(_usage)
        sys.exit()
    is_module = any(name == '-m' for name, _ in options)
    target = (_ModuleTarget if is_module else _ScriptTarget)(args[0])
    target.check()
    sys.argv[:] = args  # as the program is to see it
    debugger = Pdb()
    debugger.rcLines.extend(value for name, value in options if name in ('-c', '--command'))
    while _run_once(debugger, target):
        pass
