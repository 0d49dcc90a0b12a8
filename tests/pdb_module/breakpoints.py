"""Breakpoints by line and function, with conditions, counts and commands."""
import io
import pdb
import sys


def debug(commands, function, *args):
    """Calls the function in a debugger that reads these commands; shows what it says, without the folder."""
    out = io.StringIO()
    debugger = pdb.Pdb(stdin=io.StringIO('\n'.join(commands) + '\n'), stdout=out, nosigint=True, readrc=False)
    result = debugger.runcall(function, *args)
    print(out.getvalue().replace(__file__, 'FILE').replace('(Pdb) ', '(Pdb)\n'), end='')
    return result



def inner(x):
    y = x + 1
    return y


def outer():
    total = 0
    for i in range(4):
        total += inner(i)
    return total


LINE = inner.__code__.co_firstlineno + 2
debug([f'break {LINE}, x == 2', 'b outer', 'break', 'continue', 'p x, y', 'ignore 1 2', 'condition 1', 'c', 'p x',
       'disable 1', 'enable 1', 'clear 1', 'clear 9', 'tbreak 1', 'b nothing', 'commands 9', 'c'], outer)
debug(['b inner', 'commands', 'silent', 'p x', 'continue', 'end', 'c'], outer)

# expect: > FILE(23)outer()
# expect: -> total = 0
# expect: (Pdb)
# expect: Breakpoint 1 at FILE:19
# expect: (Pdb)
# expect: Breakpoint 2 at FILE:22
# expect: (Pdb)
# expect: Num Type         Disp Enb   Where
# expect: 1   breakpoint   keep yes   at FILE:19
# expect: 	stop only if x == 2
# expect: 2   breakpoint   keep yes   at FILE:22
# expect: (Pdb)
# expect: > FILE(24)outer()
# expect: -> for i in range(4):
# expect: (Pdb)
# expect: *** NameError: name 'x' is not defined
# expect: (Pdb)
# expect: Will ignore next 2 crossings of breakpoint 1.
# expect: (Pdb)
# expect: Breakpoint 1 is now unconditional.
# expect: (Pdb)
# expect: > FILE(24)outer()
# expect: -> for i in range(4):
# expect: (Pdb)
# expect: *** NameError: name 'x' is not defined
# expect: (Pdb)
# expect: Disabled breakpoint 1 at FILE:19
# expect: (Pdb)
# expect: Enabled breakpoint 1 at FILE:19
# expect: (Pdb)
# expect: Deleted breakpoint 1 at FILE:19
# expect: (Pdb)
# expect: *** Breakpoint number 9 out of range
# expect: (Pdb)
# expect: *** Blank or comment
# expect: (Pdb)
# expect: *** The specified object 'nothing' is not a function or was not found along sys.path.
# expect: (Pdb)
# expect: *** cannot set commands: Breakpoint number 9 out of range
# expect: (Pdb)
# expect: > FILE(24)outer()
# expect: -> for i in range(4):
# expect: (Pdb)
# expect:
# expect: > FILE(23)outer()
# expect: -> total = 0
# expect: (Pdb)
# expect: Breakpoint 3 at FILE:17
# expect: (Pdb)
# expect: (com) (com) (com) (Pdb)
# expect: *** NameError: name 'end' is not defined
# expect: (Pdb)
# expect: > FILE(24)outer()
# expect: -> for i in range(4):
# expect: (Pdb)
# expect:
