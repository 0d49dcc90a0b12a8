"""
The debugger.

Where a program is to stop, put `breakpoint()`; or run it under the debugger from its first line:

    python -m pdb script.py

At the prompt `(Pdb) ` a line is a command (`help` shows them) or a statement, which runs in the current frame. An empty
line is the last command again; `;;` stands between commands on one line. A file .pdbrc in the home directory or in the
current one holds commands to begin with.

After an exception that nobody caught, `pdb.pm()` looks at where it was raised.
"""
import sys

from pdb.breakpoints import find_function
from pdb.debugger import Pdb, help, lasti2lineno
from pdb.moves import Restart
from pdb.program import _ModuleTarget, _ScriptTarget, _usage, main
from pdb.shows import _rstr, line_prefix

__all__ = ['run', 'pm', 'Pdb', 'runeval', 'runctx', 'runcall', 'set_trace', 'post_mortem', 'help']

TESTCMD = 'import x; x.main()'


def run(statement, globals=None, locals=None):
    """Runs statements under the debugger."""
    Pdb().run(statement, globals, locals)


def runeval(expression, globals=None, locals=None):
    """The value of an expression that was stepped through."""
    return Pdb().runeval(expression, globals, locals)


def runctx(statement, globals, locals):
    """run(), as it once was."""
    run(statement, globals, locals)


def runcall(*args, **kwds):
    """The result of a call that was stepped through."""
    return Pdb().runcall(*args, **kwds)


def set_trace(*, header=None):
    """Stops here, in the function that calls this."""
    pdb = Pdb()
    if header is not None:
        pdb.message(header)
    pdb.set_trace(sys._getframe().f_back)


def post_mortem(t=None):
    """Looks at a traceback, or at that of the exception that is being handled."""
    if t is None:
        t = sys.exc_info()[2]
    if t is None:
        raise ValueError('A valid traceback must be passed if no exception is being handled')
    p = Pdb()
    p.reset()
    p.interaction(None, t)


def pm():
    """Looks at the last exception that nobody caught."""
    post_mortem(sys.last_traceback)


def test():
    run(TESTCMD)
