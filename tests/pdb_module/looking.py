"""list, args, whatis, display, up and down, jump, aliases, statements."""
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



def inner(a, *rest, key=1, **more):
    b = a
    b += 1
    b += 10
    return b


def outer():
    return inner(1, 2, key=3, other=4)


debug(['s', 's', 's', 'args', 'n', 'p b', 'pp b', 'whatis b', 'whatis inner', 'whatis str', 'display b', 'n', 'undisplay b',
       'j 19', 'n', '!b = 50', 'p b', 'b', 'u', 'd', 'd', 'alias twice p %1 * 2', 'twice b', 'alias', 'unalias twice',
       'twice b', 'p nothing', 'p b;; p a', 'list 20, 3', 'longlist', 'jump 99', 'frobnicate', 'c'], outer)

# expect: > FILE(25)outer()
# expect: -> return inner(1, 2, key=3, other=4)
# expect: (Pdb)
# expect: --Call--
# expect: > FILE(17)inner()
# expect: -> def inner(a, *rest, key=1, **more):
# expect: (Pdb)
# expect: > FILE(18)inner()
# expect: -> b = a
# expect: (Pdb)
# expect: > FILE(19)inner()
# expect: -> b += 1
# expect: (Pdb)
# expect: a = 1
# expect: key = 3
# expect: rest = (2,)
# expect: more = {'other': 4}
# expect: (Pdb)
# expect: > FILE(20)inner()
# expect: -> b += 10
# expect: (Pdb)
# expect: 2
# expect: (Pdb)
# expect: 2
# expect: (Pdb)
# expect: <class 'int'>
# expect: (Pdb)
# expect: Function inner
# expect: (Pdb)
# expect: Class builtins.str
# expect: (Pdb)
# expect: display b: 2
# expect: (Pdb)
# expect: > FILE(21)inner()
# expect: -> return b
# expect: display b: 12  [old: 2]
# expect: (Pdb)
# expect: (Pdb)
# expect: > FILE(19)inner()
# expect: -> b += 1
# expect: (Pdb)
# expect: > FILE(20)inner()
# expect: -> b += 10
# expect: (Pdb)
# expect: (Pdb)
# expect: 50
# expect: (Pdb)
# expect: (Pdb)
# expect: > FILE(25)outer()
# expect: -> return inner(1, 2, key=3, other=4)
# expect: (Pdb)
# expect: > FILE(20)inner()
# expect: -> b += 10
# expect: (Pdb)
# expect: *** Newest frame
# expect: (Pdb)
# expect: (Pdb)
# expect: 26
# expect: (Pdb)
# expect: twice = p %1 * 2
# expect: (Pdb)
# expect: (Pdb)
# expect: *** SyntaxError: invalid syntax
# expect: (Pdb)
# expect: *** NameError: name 'nothing' is not defined
# expect: (Pdb)
# expect: 13
# expect: 1
# expect: (Pdb)
# expect:  20  ->	    b += 10
# expect:  21  	    return b
# expect:  22  	
# expect:  23  	
# expect: (Pdb)
# expect:  17  	def inner(a, *rest, key=1, **more):
# expect:  18  	    b = a
# expect:  19  	    b += 1
# expect:  20  ->	    b += 10
# expect:  21  	    return b
# expect: (Pdb)
# expect: *** Jump failed: line 99 comes after the current code block
# expect: (Pdb)
# expect: *** NameError: name 'frobnicate' is not defined
# expect: (Pdb)
