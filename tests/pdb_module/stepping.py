"""step, next, return, until, continue; --Call-- and --Return--."""
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
    for i in range(3):
        total += inner(i)
    return total


debug(['step', 's', 'next', 'n', 's', 's', 'return', 'retval', 'n', 'until', 'continue'], outer)

# expect: > FILE(23)outer()
# expect: -> total = 0
# expect: (Pdb)
# expect: > FILE(24)outer()
# expect: -> for i in range(3):
# expect: (Pdb)
# expect: > FILE(25)outer()
# expect: -> total += inner(i)
# expect: (Pdb)
# expect: > FILE(24)outer()
# expect: -> for i in range(3):
# expect: (Pdb)
# expect: > FILE(25)outer()
# expect: -> total += inner(i)
# expect: (Pdb)
# expect: --Call--
# expect: > FILE(17)inner()
# expect: -> def inner(x):
# expect: (Pdb)
# expect: > FILE(18)inner()
# expect: -> y = x + 1
# expect: (Pdb)
# expect: --Return--
# expect: > FILE(19)inner()->2
# expect: -> return y
# expect: (Pdb)
# expect: 2
# expect: (Pdb)
# expect: > FILE(24)outer()
# expect: -> for i in range(3):
# expect: (Pdb)
# expect: > FILE(25)outer()
# expect: -> total += inner(i)
# expect: (Pdb)
