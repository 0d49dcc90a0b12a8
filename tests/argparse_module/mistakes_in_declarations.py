# What add_argument and its kin refuse; arguments between options; groups in groups.
import argparse
import warnings


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


parser = argparse.ArgumentParser(prog='tool')
attempt(parser.add_argument, '--two', nargs=2, metavar=('A', 'B', 'C'))
attempt(parser.add_argument, '--none', nargs=None, metavar=('A', 'B'))
attempt(parser.add_argument, '--odd', nargs='two')
attempt(parser.add_argument, '--file', type=argparse.FileType)
attempt(parser.add_argument, '--name', action='unheard')
attempt(argparse.ArgumentParser, conflict_handler='unheard')
commands = parser.add_subparsers()
commands.add_parser('run')
attempt(commands.add_parser, 'run')
attempt(commands.add_parser, 'go', aliases=['run'])

mixed = argparse.ArgumentParser(prog='tool')
mixed.add_argument('--foo')
mixed.add_argument('cmd')
mixed.add_argument('rest', nargs='*', type=int)
attempt(mixed.parse_intermixed_args, 'doit 1 --foo bar 2 3'.split())
attempt(mixed.parse_known_intermixed_args, '1 --foo bar 2 --odd'.split())

group = mixed.add_mutually_exclusive_group()
group.add_argument('-a')
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    inner = group.add_mutually_exclusive_group()
print(seen[0].category.__name__, seen[0].message)
inner.add_argument('-b')
inner.add_argument('-c')
print(mixed.format_usage(), end='')

parent = argparse.ArgumentParser(add_help=False)
titled = parent.add_argument_group('titled')
titled.add_argument('--w')
exclusive = parent.add_mutually_exclusive_group()
exclusive.add_argument('--y')
exclusive.add_argument('--z')
print(argparse.ArgumentParser(prog='tool', parents=[parent]).format_usage(), end='')

# expect: ValueError length of metavar tuple does not match nargs
# expect: ValueError length of metavar tuple does not match nargs
# expect: ValueError invalid nargs value
# expect: ValueError <class 'argparse.FileType'> is a FileType class object, instance of it must be passed
# expect: ValueError unknown action "unheard"
# expect: ValueError invalid conflict_resolution value: 'unheard'
# expect: ArgumentError argument {run}: conflicting subparser: run
# expect: ArgumentError argument {run}: conflicting subparser alias: run
# expect: Namespace(foo='bar', cmd='doit', rest=[1, 2, 3])
# expect: (Namespace(foo='bar', cmd='1', rest=[2]), ['--odd'])
# expect: DeprecationWarning Nesting mutually exclusive groups is deprecated.
# expect: usage: tool [-h] [--foo FOO] [-a A | [-b B | -c C]] cmd [rest ...]
# expect: usage: tool [-h] [--w W] [--y Y | --z Z]
