# Values, options in all their spellings, sub-commands, errors.
import argparse
import contextlib
import io

parser = argparse.ArgumentParser(prog="tool", description="Does something.", epilog="The end.")
parser.add_argument("source", help="where from")
parser.add_argument("rest", nargs="*", help="more")
parser.add_argument("-n", "--number", type=int, default=3, help="how many (default: %(default)s)")
parser.add_argument("-v", "--verbose", action="count", default=0)
parser.add_argument("--flag", action="store_true")
parser.add_argument("--mode", choices=["fast", "slow"], default="fast")
parser.add_argument("--pair", nargs=2, metavar=("A", "B"), type=float)
parser.add_argument("--item", action="append")
parser.add_argument("--no-color", dest="color", action="store_false")


def show(*args, use=parser):
    out, err = io.StringIO(), io.StringIO()
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            result = use.parse_args(list(args))
        print(result)
    except SystemExit as stop:
        print(out.getvalue() + err.getvalue() + f"exit {stop.code}")


show("a")
# expect: Namespace(source='a', rest=[], number=3, verbose=0, flag=False, mode='fast', pair=None, item=None, color=True)
show("a", "b", "c", "-n5", "-vv", "--flag", "--mode=slow", "--pair", "1", "2.5", "--item", "x", "--item=y", "--no-color")
# expect: Namespace(source='a', rest=['b', 'c'], number=5, verbose=2, flag=True, mode='slow', pair=[1.0, 2.5], item=['x', 'y'], color=False)
show("--num", "-7", "--", "-a", "-b")
# expect: Namespace(source='-a', rest=['-b'], number=-7, verbose=0, flag=False, mode='fast', pair=None, item=None, color=True)
show("a", "-vn", "4", "-v")
# expect: Namespace(source='a', rest=[], number=4, verbose=2, flag=False, mode='fast', pair=None, item=None, color=True)
small = argparse.ArgumentParser(prog="small")
small.add_argument("x", type=int)
small.add_argument("-y", nargs="?", const="c", default="d")
small.add_argument("--mode", choices=["on", "off"])
for args in (["1"], ["1", "-y"], ["-y", "2", "1"], [], ["z"], ["1", "2"], ["1", "--mode", "x"], ["1", "--mode"], ["1", "--what"]):
    show(*args, use=small)
# expect: Namespace(x=1, y='d', mode=None)
# expect: Namespace(x=1, y='c', mode=None)
# expect: Namespace(x=1, y='2', mode=None)
# expect: usage: small [-h] [-y [Y]] [--mode {on,off}] x
# expect: small: error: the following arguments are required: x
# expect: exit 2
# expect: usage: small [-h] [-y [Y]] [--mode {on,off}] x
# expect: small: error: argument x: invalid int value: 'z'
# expect: exit 2
# expect: usage: small [-h] [-y [Y]] [--mode {on,off}] x
# expect: small: error: unrecognized arguments: 2
# expect: exit 2
# expect: usage: small [-h] [-y [Y]] [--mode {on,off}] x
# expect: small: error: argument --mode: invalid choice: 'x' (choose from 'on', 'off')
# expect: exit 2
# expect: usage: small [-h] [-y [Y]] [--mode {on,off}] x
# expect: small: error: argument --mode: expected one argument
# expect: exit 2
# expect: usage: small [-h] [-y [Y]] [--mode {on,off}] x
# expect: small: error: unrecognized arguments: --what
# expect: exit 2
commands = argparse.ArgumentParser(prog="git")
commands.add_argument("--version", action="version", version="%(prog)s 1.0")
subparsers = commands.add_subparsers(dest="command", required=True)
add = subparsers.add_parser("add", help="adds")
add.add_argument("files", nargs="+")
add.set_defaults(run="run add")
commit = subparsers.add_parser("commit", aliases=["ci"], help="commits")
commit.add_argument("-m", "--message", required=True)
for args in (["add", "x", "y"], ["ci", "-m", "text"], ["commit"], [], ["push"], ["--version"]):
    show(*args, use=commands)
# expect: Namespace(command='add', files=['x', 'y'], run='run add')
# expect: Namespace(command='ci', message='text')
# expect: usage: git commit [-h] -m MESSAGE
# expect: git commit: error: the following arguments are required: -m/--message
# expect: exit 2
# expect: usage: git [-h] [--version] {add,commit,ci} ...
# expect: git: error: the following arguments are required: command
# expect: exit 2
# expect: usage: git [-h] [--version] {add,commit,ci} ...
# expect: git: error: argument command: invalid choice: 'push' (choose from 'add', 'commit', 'ci')
# expect: exit 2
# expect: git 1.0
# expect: exit 0
group = small.add_mutually_exclusive_group()
group.add_argument("-a", action="store_true")
group.add_argument("-b", action="store_true")
show("1", "-a", "-b", use=small)
# expect: usage: small [-h] [-y [Y]] [--mode {on,off}] [-a | -b] x
# expect: small: error: argument -b: not allowed with argument -a
# expect: exit 2
print(small.parse_known_args(["1", "--other", "z"]))
# expect: (Namespace(x=1, y='d', mode=None, a=False, b=False), ['--other', 'z'])
