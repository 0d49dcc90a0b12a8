"""An exception stops it; post_mortem looks at where it came from."""
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



def fails():
    value = 5
    return 1 / (value - 5)


def outer():
    try:
        return fails()
    except ZeroDivisionError as error:
        return error


error = debug(['s', 's', 's', 'n', 'n', 'n', 'p value', 'c'], outer)
stdin, sys.stdin = sys.stdin, io.StringIO('p value\nup\nlist 25, 3\nq\n')
out = io.StringIO()
debugger = pdb.Pdb(stdin=sys.stdin, stdout=out, readrc=False)
debugger.reset()
debugger.interaction(None, error.__traceback__)
sys.stdin = stdin
print(out.getvalue().replace(__file__, 'FILE').replace('(Pdb) ', '(Pdb)\n'), end='')
try:
    pdb.post_mortem()
except ValueError as error:
    print(error)

# expect: > FILE(23)outer()
# expect: -> try:
# expect: (Pdb)
# expect: > FILE(24)outer()
# expect: -> return fails()
# expect: (Pdb)
# expect: --Call--
# expect: > FILE(17)fails()
# expect: -> def fails():
# expect: (Pdb)
# expect: > FILE(18)fails()
# expect: -> value = 5
# expect: (Pdb)
# expect: > FILE(19)fails()
# expect: -> return 1 / (value - 5)
# expect: (Pdb)
# expect: ZeroDivisionError: division by zero
# expect: > FILE(19)fails()
# expect: -> return 1 / (value - 5)
# expect: (Pdb)
# expect: --Return--
# expect: > FILE(19)fails()->None
# expect: -> return 1 / (value - 5)
# expect: (Pdb)
# expect: 5
# expect: (Pdb)
# expect: > FILE(19)fails()->None
# expect: -> return 1 / (value - 5)
# expect: (Pdb)
# expect: 5
# expect: (Pdb)
# expect: > FILE(24)outer()
# expect: -> return fails()
# expect: (Pdb)
# expect:  25  	    except ZeroDivisionError as error:
# expect:  26  ->	        return error
# expect:  27  	
# expect:  28  	
# expect: (Pdb)
# expect: A valid traceback must be passed if no exception is being handled
