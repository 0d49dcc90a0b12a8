# Options of every action, in every spelling, and what is left over.
from optparse import OptionParser, OptionGroup, make_option

parser = OptionParser(usage="%prog [options] file", version="%prog 1.0", prog="tool", description="Does things.",
                      option_list=[make_option("-n", "--number", type="int", default=3, help="a number [%default]")])
parser.add_option("-v", action="count", dest="verbose", default=0)
parser.add_option("-o", "--output", metavar="FILE", help="where to write the result, which may be a long one indeed")
parser.add_option("--point", type="float", nargs=2)
parser.add_option("-I", action="append", dest="include")
parser.add_option("--no-check", action="store_false", dest="check", default=True)
group = OptionGroup(parser, "More", "Rarely wanted.")
group.add_option("--mode", type="choice", choices=["fast", "safe"], help="how")
parser.add_option_group(group)

values, rest = parser.parse_args(["-vv", "-n0x10", "a", "--out=x", "--point", "1", "2.5", "-Ia", "-I", "b", "b", "--",
                                  "-v"])
print(sorted(vars(values).items()), rest)
parser.disable_interspersed_args()
print(str(parser.parse_args(["-v", "x", "-v"])[0]), parser.rargs)
print("\n".join([line.rstrip() for line in parser.format_help().splitlines()]))
parser.print_version()
import sys
sys.stderr = sys.stdout
for wrong in (["-x"], ["--n=z"], ["--mode=z"], ["--point", "1"], ["--no-check=1"], ["--no"], ["--"], ["--m", "fast"]):
    try:
        print(parser.parse_args(wrong)[0].mode)
    except SystemExit as error:
        print(wrong, error.code)
# expect: [('check', True), ('include', ['a', 'b']), ('mode', None), ('number', 16), ('output', 'x'), ('point', (1.0, 2.5)), ('verbose', 2)] ['a', 'b', '-v']
# expect: {'number': 3, 'verbose': 1, 'output': None, 'point': None, 'include': None, 'check': True, 'mode': None} ['x', '-v']
# expect: Usage: tool [options] file
# expect:
# expect: Does things.
# expect:
# expect: Options:
# expect:   -n NUMBER, --number=NUMBER
# expect:                         a number [3]
# expect:   --version             show program's version number and exit
# expect:   -h, --help            show this help message and exit
# expect:   -v
# expect:   -o FILE, --output=FILE
# expect:                         where to write the result, which may be a long one
# expect:                         indeed
# expect:   --point=POINT
# expect:   -I INCLUDE
# expect:   --no-check
# expect:
# expect:   More:
# expect:     Rarely wanted.
# expect:
# expect:     --mode=MODE         how
# expect: tool 1.0
# expect: Usage: tool [options] file
# expect:
# expect: tool: error: no such option: -x
# expect: ['-x'] 2
# expect: Usage: tool [options] file
# expect:
# expect: tool: error: ambiguous option: --n (--no-check, --number?)
# expect: ['--n=z'] 2
# expect: Usage: tool [options] file
# expect:
# expect: tool: error: option --mode: invalid choice: 'z' (choose from 'fast', 'safe')
# expect: ['--mode=z'] 2
# expect: Usage: tool [options] file
# expect:
# expect: tool: error: --point option requires 2 arguments
# expect: ['--point', '1'] 2
# expect: Usage: tool [options] file
# expect:
# expect: tool: error: --no-check option does not take a value
# expect: ['--no-check=1'] 2
# expect: None
# expect: None
# expect: fast
