"""breakpoint() stops in the function that calls it; quit raises BdbQuit there."""
import bdb
import io
import sys


def work():
    x = 1
    breakpoint()
    x = 2
    return x


def debug(commands):
    streams = sys.stdin, sys.stdout
    sys.stdin, sys.stdout = io.StringIO(commands), io.StringIO()
    try:
        return work()
    except bdb.BdbQuit as error:
        return repr(error)
    finally:
        sys.settrace(None)
        text = sys.stdout.getvalue()
        sys.stdin, sys.stdout = streams
        print(text.replace(__file__, 'FILE').replace('(Pdb) ', '(Pdb)\n'))


print(debug('p x\nn\np x\nc\n'))
print(debug('q\n'))

# expect: > FILE(10)work()
# expect: -> x = 2
# expect: (Pdb)
# expect: 1
# expect: (Pdb)
# expect: > FILE(11)work()
# expect: -> return x
# expect: (Pdb)
# expect: 2
# expect: (Pdb)
# expect:
# expect: 2
# expect: > FILE(10)work()
# expect: -> x = 2
# expect: (Pdb)
# expect:
# expect: BdbQuit()
