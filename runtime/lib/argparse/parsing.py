"""One run over a command line."""
from argparse.actions import (OPTIONAL, ONE_OR_MORE, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE, ArgumentError,
                              _argument_name)


def _bounds(nargs):
    """The least and the greatest number of values; None: no limit."""
    if nargs is None:
        return 1, 1
    if isinstance(nargs, int):
        return nargs, nargs
    return {OPTIONAL: (0, 1), ZERO_OR_MORE: (0, None), ONE_OR_MORE: (1, None), REMAINDER: (0, None),
            PARSER: (1, None), SUPPRESS: (0, 0)}[nargs]


def _looks_like_negative_number(text):
    try:
        float(text[1:])
    except ValueError:
        return False
    return text[0] == '-' and text[1:2] in '0123456789.'


class Parsing:
    """Takes the arguments one after the other. A mark says what each is: O an option, A a value, - the two dashes."""

    def __init__(self, parser, args, namespace):
        self.parser, self.namespace = parser, namespace
        if parser.fromfile_prefix_chars is not None:
            args = self.read_files(args)
        self.args = args
        self.positionals = parser._get_positional_actions()
        self.seen, self.seen_non_default, self.extras = set(), set(), []
        self.exclusive = {}
        for group in parser._mutually_exclusive_groups:
            for action in group._group_actions:
                others = [other for other in group._group_actions if other is not action]
                self.exclusive.setdefault(action, []).extend(others)
        self.has_negative_options = any(_looks_like_negative_number(option) for option in parser._option_string_actions)
        self.marks, self.options = self.classify()

    def read_files(self, args):
        read = []
        for arg in args:
            if not arg or arg[0] not in self.parser.fromfile_prefix_chars:
                read.append(arg)
                continue
            try:
                with open(arg[1:]) as file:
                    lines = file.read().splitlines()
            except OSError as error:
                raise ArgumentError(None, str(error))
            inner = [one for line in lines for one in self.parser.convert_arg_line_to_args(line)]
            read += self.read_files(inner)
        return read

    def classify(self):
        marks, options = '', {}
        for place, arg in enumerate(self.args):
            if arg == '--':
                marks += '-' + 'A' * (len(self.args) - place - 1)
                break
            option = self.as_option(arg)
            if option is None:
                marks += 'A'
            else:
                marks += 'O'
                options[place] = option
        return marks, options

    def as_option(self, arg):
        """(action or None, option string, value or None) of an argument that is an option; None for a value."""
        parser = self.parser
        if not arg or arg[0] not in parser.prefix_chars:
            return None
        known = parser._option_string_actions
        if arg in known:
            return known[arg], arg, None
        if len(arg) == 1:
            return None
        name, equals, value = arg.partition('=')
        if equals and name in known:
            return known[name], name, value
        matches = self.abbreviated(arg)
        if len(matches) > 1:
            names = ', '.join([option for _, option, _ in matches])
            raise ArgumentError(None, f'ambiguous option: {arg} could match {names}')
        if matches:
            return matches[0]
        if _looks_like_negative_number(arg) and not self.has_negative_options:
            return None
        return None if ' ' in arg else (None, arg, None)

    def abbreviated(self, arg):
        """The options that an argument may stand for: a beginning of a long one, a short one with its value."""
        parser, chars = self.parser, self.parser.prefix_chars
        known = parser._option_string_actions
        if arg[1] in chars:
            if not parser.allow_abbrev:
                return []
            name, equals, value = arg.partition('=')
            return [(known[option], option, value if equals else None) for option in known if option.startswith(name)]
        found = []
        for option in known:
            if option == arg[:2]:
                found.append((known[option], option, arg[2:]))
            elif option.startswith(arg):
                found.append((known[option], option, None))
        return found

    def run(self):
        place, last_option = 0, max(self.options, default=-1)
        while place <= last_option:
            next_option = min(option for option in self.options if option >= place)
            if place != next_option:
                after = self.take_positionals(place)
                if after > place:
                    place = after
                    continue
            if place not in self.options:
                self.extras += self.args[place:next_option]
                place = next_option
            place = self.take_option(place)
        place = self.take_positionals(place)
        self.extras += self.args[place:]
        self.check_required()
        unrecognized = vars(self.namespace).pop('_unrecognized_args', [])
        return self.namespace, self.extras + unrecognized

    def take_positionals(self, place):
        """Gives the values that stand here to as many positional arguments as they suffice for."""
        for count in range(len(self.positionals), 0, -1):
            lengths = self.distribute(self.positionals[:count], place)
            if lengths is not None:
                break
        else:
            return place
        taken, self.positionals = self.positionals[:count], self.positionals[count:]
        for action, length in zip(taken, lengths):
            self.act(action, self.args[place:place + length])
            place += length
        return place

    def distribute(self, actions, place):
        """How many arguments each action gets, the first ones as many as they can; None: they do not suffice."""
        if not actions:
            return []
        least, most = _bounds(actions[0].nargs)
        available = self.available(actions[0], place, most)
        for length in range(available, -1, -1):
            values = length - self.marks[place:place + length].count('-') if actions[0].nargs not in (
                PARSER, REMAINDER) else length
            if values < least:
                return None
            rest = self.distribute(actions[1:], place + length)
            if rest is not None:
                return [length] + rest
        return None

    def available(self, action, place, most):
        """How many arguments from here an action could take at most, the -- among them counted."""
        marks = self.marks
        if action.nargs == PARSER:
            return len(marks) - place if marks[place:].lstrip('-')[:1] == 'A' else 0
        if action.nargs == REMAINDER:
            return len(marks) - place
        length = values = 0
        while place + length < len(marks) and (most is None or values < most or marks[place + length] == '-'):
            mark = marks[place + length]
            if mark == 'O' or (mark == '-' and action.option_strings):
                break
            values += mark == 'A'
            length += 1
        return length

    def take_option(self, place):
        action, option, value = self.options[place]
        while True:
            if action is None:
                self.extras.append(self.args[place])
                return place + 1
            least, most = _bounds(action.nargs)
            if value is None:
                break
            if most == 0:
                if option[1] in self.parser.prefix_chars or not value:
                    raise ArgumentError(action, f'ignored explicit argument {value!r}')
                self.act(action, [], option)
                option = option[0] + value[0]
                value = value[1:] or None
                if option not in self.parser._option_string_actions:
                    raise ArgumentError(action, f'ignored explicit argument {option[1:] + (value or "")!r}')
                action = self.parser._option_string_actions[option]
                if value is not None and value.startswith('='):
                    value = value[1:]
                continue
            if least > 1:
                raise ArgumentError(action, self.count_message(action))
            self.act(action, [value], option)
            return place + 1
        begin = place + 1
        count = self.available(action, begin, most)
        if count < least:
            raise ArgumentError(action, self.count_message(action))
        self.act(action, self.args[begin:begin + count], option)
        return begin + count

    def count_message(self, action):
        nargs = action.nargs
        if nargs is None:
            return 'expected one argument'
        if nargs == OPTIONAL:
            return 'expected at most one argument'
        if nargs == ONE_OR_MORE:
            return 'expected at least one argument'
        return f"expected {nargs} argument{'' if nargs == 1 else 's'}"

    def act(self, action, strings, option=None):
        self.seen.add(action)
        values = self.values_of(action, strings)
        if values is not action.default:
            self.seen_non_default.add(action)
            for other in self.exclusive.get(action, ()):
                if other in self.seen_non_default:
                    raise ArgumentError(action, f'not allowed with argument {_argument_name(other)}')
        if values is not SUPPRESS:
            action(self.parser, self.namespace, values, option)

    def values_of(self, action, strings):
        nargs = action.nargs
        if nargs not in (PARSER, REMAINDER) and '--' in strings:
            strings = list(strings)
            strings.remove('--')
        if not strings and nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str):
                value = self.converted(action, value)
                self.check_choice(action, value)
            return value
        if not strings and nargs == ZERO_OR_MORE and not action.option_strings:
            if action.default is not None:
                return action.default
            return []
        if len(strings) == 1 and nargs in (None, OPTIONAL):
            value = self.converted(action, strings[0])
            self.check_choice(action, value)
            return value
        if nargs == SUPPRESS:
            return SUPPRESS
        values = [self.converted(action, string) for string in strings]
        if nargs == PARSER:
            self.check_choice(action, values[0])
        elif nargs != REMAINDER:
            for value in values:
                self.check_choice(action, value)
        return values

    def converted(self, action, string):
        return self.parser._get_value(action, string)

    def check_choice(self, action, value):
        self.parser._check_value(action, value)

    def check_required(self):
        missing = []
        for action in self.parser._actions:
            if action in self.seen:
                continue
            if action.required:
                missing.append(_argument_name(action))
            elif isinstance(action.default, str) and action.default is getattr(self.namespace, action.dest, None):
                setattr(self.namespace, action.dest, self.converted(action, action.default))
        if missing:
            raise ArgumentError(None, f"the following arguments are required: {', '.join(missing)}")
        for group in self.parser._mutually_exclusive_groups:
            if group.required and not any(action in self.seen_non_default for action in group._group_actions):
                names = [_argument_name(action) for action in group._group_actions if action.help is not SUPPRESS]
                raise ArgumentError(None, f"one of the arguments {' '.join(names)} is required")
