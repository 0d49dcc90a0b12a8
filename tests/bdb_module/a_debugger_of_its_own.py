"""A class derived from Bdb hears where it stops and says how it goes on."""
import bdb


class Watcher(bdb.Bdb):
    def __init__(self, moves, **options):
        super().__init__(**options)
        self.moves = list(moves)

    def say(self, what, frame, *more):
        name = frame.f_code.co_name
        print(what, name, frame.f_lineno - frame.f_code.co_firstlineno, *more)
        move = self.moves.pop(0) if self.moves else 'continue'
        if move in ('next', 'until', 'return'):
            getattr(self, 'set_' + move)(frame)
        else:
            getattr(self, 'set_' + move)()

    def user_call(self, frame, argument_list):
        self.say('call', frame)

    def user_line(self, frame):
        self.say('line', frame)

    def user_return(self, frame, return_value):
        self.say('return', frame, return_value)

    def user_exception(self, frame, exc_info):
        self.say('exception', frame, exc_info[0].__name__)

    def do_clear(self, arg):
        self.clear_bpbynumber(arg)


def gen():
    yield 1
    yield 2


def inner():
    return sum(gen())


def outer():
    a = inner()
    try:
        raise KeyError
    except KeyError:
        a += 1
    return a


print(Watcher(['step'] * 6 + ['return', 'next', 'next', 'next', 'step', 'step']).runcall(outer))
print(Watcher(['next', 'next', 'until', 'quit']).runcall(outer))
watcher = Watcher(['continue'] * 5)
print(watcher.set_break(__file__, outer.__code__.co_firstlineno + 1, temporary=True))
print(watcher.set_break(__file__, 9999) == f'Line {watcher.canonic(__file__)}:9999 does not exist')
print(watcher.set_break(__file__, inner.__code__.co_firstlineno, funcname='inner', cond='1'))
print(watcher.runcall(outer), watcher.get_file_breaks(__file__) == [inner.__code__.co_firstlineno])
for number in ('', 'x', '99', '1'):
    print(watcher.clear_bpbynumber(number))
print(watcher.clear_all_breaks(), watcher.clear_all_breaks())
watcher = Watcher([], skip=['*'])
print(watcher.is_skipped_module('any'), watcher.runeval('1 + 1'), watcher.canonic('<string>'))

# expect: line outer 1
# expect: call inner 0
# expect: line inner 1
# expect: call gen 0
# expect: line gen 1
# expect: return gen 1 1
# expect: call gen 1
# expect: 4
# expect: line outer 1
# expect: line outer 2
# expect: line outer 3
# expect: line outer 4
# expect: None
# expect: None
# expect: True
# expect: None
# expect: line outer 1
# expect: call inner 0
# expect: line inner 1
# expect: 4 False
# expect: Breakpoint number expected
# expect: Non-numeric breakpoint number x
# expect: Breakpoint number 99 out of range
# expect: None
# expect: None There are no breakpoints
# expect: True 2 <string>
