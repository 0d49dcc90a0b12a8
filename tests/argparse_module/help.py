# The text of -h.
import argparse
import os

os.environ["COLUMNS"] = "80"
parser = argparse.ArgumentParser(prog="tool", description="Does something that takes a rather long sentence to describe, longer than a line.", epilog="The end.")
parser.add_argument("source", help="where from")
parser.add_argument("rest", nargs="*", help="more of what is needed, explained at such a length that the text must be broken")
parser.add_argument("-n", "--number", type=int, default=3, help="how many (default: %(default)s)")
parser.add_argument("-v", "--verbose", action="count", default=0)
parser.add_argument("--a-very-long-option-name", metavar="VALUE", help="short help")
group = parser.add_argument_group("output", "where it goes")
group.add_argument("--mode", choices=["fast", "slow"], default="fast", help="100%% sure")
group.add_argument("--pair", nargs=2, metavar=("A", "B"), type=float)
subparsers = parser.add_subparsers(title="commands", dest="command")
subparsers.add_parser("add", help="adds")
subparsers.add_parser("remove", aliases=["rm"], help="removes")
parser.print_help()
# expect: usage: tool [-h] [-n NUMBER] [-v] [--a-very-long-option-name VALUE]
# expect:             [--mode {fast,slow}] [--pair A B]
# expect:             source [rest ...] {add,remove,rm} ...
# expect: 
# expect: Does something that takes a rather long sentence to describe, longer than a
# expect: line.
# expect: 
# expect: positional arguments:
# expect:   source                where from
# expect:   rest                  more of what is needed, explained at such a length
# expect:                         that the text must be broken
# expect: 
# expect: options:
# expect:   -h, --help            show this help message and exit
# expect:   -n NUMBER, --number NUMBER
# expect:                         how many (default: 3)
# expect:   -v, --verbose
# expect:   --a-very-long-option-name VALUE
# expect:                         short help
# expect: 
# expect: output:
# expect:   where it goes
# expect: 
# expect:   --mode {fast,slow}    100% sure
# expect:   --pair A B
# expect: 
# expect: commands:
# expect:   {add,remove,rm}
# expect:     add                 adds
# expect:     remove (rm)         removes
# expect: 
# expect: The end.
