"""gillab -m doctest FILES: runs the examples of modules and text files."""
import argparse
import os
import sys

import doctest


def main():
    parser = argparse.ArgumentParser(prog='doctest.py', description='doctest runner')
    parser.add_argument('-v', '--verbose', action='store_true', default=False,
                        help='print very verbose output for all tests')
    parser.add_argument('-o', '--option', action='append', choices=doctest._flags.OPTIONFLAGS_BY_NAME.keys(),
                        default=[], help='specify a doctest option flag to apply to the test run; may be '
                        'specified more than once to apply multiple options')
    parser.add_argument('-f', '--fail-fast', action='store_true', help='stop running tests after first failure '
                        '(this is a shorthand for -o FAIL_FAST, and is in addition to any other -o options)')
    parser.add_argument('file', nargs='+', help='file containing the tests to run')
    args = parser.parse_args()
    flags = doctest.FAIL_FAST if args.fail_fast else 0
    for option in args.option:
        flags |= doctest._flags.OPTIONFLAGS_BY_NAME[option]
    for filename in args.file:
        if filename.endswith('.py'):
            folder, name = os.path.split(filename)
            sys.path.insert(0, folder or os.getcwd())
            module = __import__(name[:-3])
            del sys.path[0]
            failures, _ = doctest.testmod(module, verbose=args.verbose, optionflags=flags)
        else:
            failures, _ = doctest.testfile(filename, module_relative=False, verbose=args.verbose, optionflags=flags)
        if failures:
            return 1
    return 0


if __name__ == '__main__':
    sys.exit(main())
