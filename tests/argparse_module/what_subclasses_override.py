# The methods that scripts override in formatters and parsers are asked.
import argparse


class Formatter(argparse.RawDescriptionHelpFormatter):
    def _format_action(self, action):
        text = super()._format_action(action)
        if action.nargs == argparse.PARSER:
            text = '\n'.join(text.split('\n')[1:])
        return text

    def _format_action_invocation(self, action):
        if not action.option_strings:
            metavar, = self._metavar_formatter(action, action.dest)(1)
            return metavar
        return ', '.join(action.option_strings)

    def add_usage(self, usage, actions, groups, prefix=None):
        super().add_usage(usage, actions, groups, 'Usage: ')


class Parser(argparse.ArgumentParser):
    def _check_value(self, action, value):
        if action.choices is not None and value not in action.choices:
            raise argparse.ArgumentError(action, f'no {value}')

    def error(self, message):
        print('error:', message)
        raise SystemExit(3)


parser = Parser(prog='tool', formatter_class=Formatter)
parser.add_argument('-v', '--level', choices=['low', 'high'], help='how loud')
commands = parser.add_subparsers(title='commands', dest='command', metavar='COMMAND')
commands.add_parser('run', help='run it')
commands.add_parser('stop', aliases=['halt'], help='stop it')
print(parser.format_help())
try:
    parser.parse_args(['-v', 'middle'])
except SystemExit as end:
    print(end.code)
print(parser)
print(repr(argparse.FileType('w', encoding='utf-8')), argparse.Namespace, argparse.ArgumentTypeError)

# expect: Usage: tool [-h] [-v {low,high}] COMMAND ...
# expect:
# expect: options:
# expect:   -h, --help   show this help message and exit
# expect:   -v, --level  how loud
# expect:
# expect: commands:
# expect:     run        run it
# expect:     stop (halt)
# expect:                stop it
# expect:
# expect: error: argument -v/--level: no middle
# expect: 3
# expect: Parser(prog='tool', usage=None, description=None, formatter_class=<class '__main__.Formatter'>, conflict_handler='error', add_help=True)
# expect: FileType('w', encoding='utf-8') <class 'argparse.Namespace'> <class 'argparse.ArgumentTypeError'>
