"""The texts of -h and of the usage line."""
from argparse.actions import OPTIONAL, ONE_OR_MORE, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE


class HelpFormatter:
    """Lays out usage, descriptions and arguments."""

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            import os
            try:
                columns = int(os.environ.get('COLUMNS', 0))
            except ValueError:
                columns = 0
            if columns <= 0:
                try:
                    columns = os.get_terminal_size().columns
                except OSError:
                    columns = 80
            width = (columns or 80) - 2
        self._prog, self._width, self._indent_increment = prog, width, indent_increment
        self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))
        self._indent, self._longest = 0, 0
        self._sections = [(None, [])]  # of heading and the functions that make its parts, the open ones

    def start_section(self, heading):
        self._indent += self._indent_increment
        self._sections.append((heading, []))

    def end_section(self):
        heading, items = self._sections.pop()
        self._indent -= self._indent_increment
        indent = self._indent

        def section():
            body = ''.join([item() for item in items])
            if not body:
                return ''
            title = '' if heading in (None, SUPPRESS) else f"{'':>{indent}}{heading}:\n"
            return f'\n{title}{body}\n'
        self._sections[-1][1].append(section)

    def add_text(self, text):
        if text and text is not SUPPRESS:
            indent = self._indent
            self._sections[-1][1].append(lambda: self._format_text(text, indent))

    def add_usage(self, usage, actions, groups, prefix=None):
        if usage is not SUPPRESS:
            self._sections[-1][1].append(lambda: self._format_usage(usage, actions, groups, prefix))

    def add_argument(self, action):
        if action.help is SUPPRESS:
            return
        indent = self._indent
        shown = [(action, indent)] + [(inner, indent + self._indent_increment) for inner in _subactions(action)]
        for one, one_indent in shown:
            self._longest = max(self._longest, len(self._format_action_invocation(one)) + one_indent)
        self._sections[-1][1].append(lambda: ''.join([self._format_action(one, at) for one, at in shown]))

    def add_arguments(self, actions):
        for action in actions:
            self.add_argument(action)

    def format_help(self):
        text = ''.join([item() for item in self._sections[0][1]])
        while '\n\n\n' in text:
            text = text.replace('\n\n\n', '\n\n')
        return text.strip('\n') + '\n' if text else text

    # The usage

    def _format_usage(self, usage, actions, groups, prefix):
        prefix = 'usage: ' if prefix is None else prefix
        if usage is not None:
            return f"{prefix}{usage % {'prog': self._prog}}\n\n"
        optionals = [action for action in actions if action.option_strings]
        positionals = [action for action in actions if not action.option_strings]
        optional_parts, positional_parts = self._parts(optionals, groups), self._parts(positionals, groups)
        usage = ' '.join([self._prog, *optional_parts, *positional_parts])
        if len(prefix) + len(usage) > self._width - self._indent:
            usage = self._wrapped_usage(prefix, optional_parts, positional_parts)
        return f'{prefix}{usage}\n\n'

    def _wrapped_usage(self, prefix, optionals, positionals):
        width = self._width - self._indent
        if len(prefix) + len(self._prog) > 0.75 * width:
            indent = ' ' * len(prefix)
            lines = self._lines(optionals + positionals, indent, width)
            if len(lines) > 1:
                lines = self._lines(optionals, indent, width) + self._lines(positionals, indent, width)
            return '\n'.join([self._prog] + lines)
        indent = ' ' * (len(prefix) + len(self._prog) + 1)
        if optionals:
            lines = self._lines([self._prog] + optionals, indent, width, prefix)
            return '\n'.join(lines + self._lines(positionals, indent, width))
        if positionals:
            return '\n'.join(self._lines([self._prog] + positionals, indent, width, prefix))
        return self._prog

    def _lines(self, parts, indent, width, prefix=None):
        lines, line = [], []
        length = (len(indent) if prefix is None else len(prefix)) - 1
        for part in parts:
            if length + 1 + len(part) > width and line:
                lines.append(indent + ' '.join(line))
                line, length = [], len(indent) - 1
            line.append(part)
            length += len(part) + 1
        if line:
            lines.append(indent + ' '.join(line))
        if prefix is not None:
            lines[0] = lines[0][len(indent):]
        return lines

    def _parts(self, actions, groups):
        """The usage of each argument; mutually exclusive ones that follow each other are one part."""
        parts, place = [], 0
        starts = {}
        for group in groups:
            members = [action for action in group._group_actions]
            if members and members[0] in actions:
                start = actions.index(members[0])
                if actions[start:start + len(members)] == members:
                    starts[start] = (group, members)
        while place < len(actions):
            if place in starts:
                group, members = starts[place]
                place += len(members)
                shown = [self._usage_of(action, bare=True) for action in members if action.help is not SUPPRESS]
                if shown:
                    text = ' | '.join(shown)
                    if group.required:
                        parts.append(f'({text})' if len(shown) > 1 else text)
                    else:
                        parts.append(f'[{text}]')
                continue
            action = actions[place]
            place += 1
            if action.help is not SUPPRESS:
                parts.append(self._usage_of(action))
        return parts

    def _usage_of(self, action, bare=False):
        if not action.option_strings:
            text = self._format_args(action, self._get_default_metavar_for_positional(action))
            return text[1:-1] if bare and text[:1] == '[' and text[-1:] == ']' else text
        if action.nargs == 0:
            text = action.format_usage()
        else:
            values = self._format_args(action, self._get_default_metavar_for_optional(action))
            text = f'{action.option_strings[0]} {values}'
        return text if action.required or bare else f'[{text}]'

    # The arguments

    def _format_text(self, text, indent):
        if '%(prog)' in text:
            text = text % {'prog': self._prog}
        return self._fill_text(text, max(self._width - indent, 11), ' ' * indent) + '\n\n'

    def _format_action(self, action, indent):
        position = min(self._longest + 2, self._max_help_position)
        width = max(self._width - position, 11)
        header_width = position - indent - 2
        header = self._format_action_invocation(action)
        if not (action.help and action.help.strip()):
            return f"{'':>{indent}}{header}\n"
        if len(header) <= header_width:
            text = f"{'':>{indent}}{header:<{header_width}}  "
            first = 0
        else:
            text = f"{'':>{indent}}{header}\n"
            first = position
        lines = self._split_lines(self._expand_help(action), width)
        text += f"{'':>{first}}{lines[0]}\n"
        return text + ''.join([f"{'':>{position}}{line}\n" for line in lines[1:]])

    def _format_action_invocation(self, action):
        if not action.option_strings:
            return ' '.join(self._metavars(action, self._get_default_metavar_for_positional(action), 1))
        if action.nargs == 0:
            return ', '.join(action.option_strings)
        values = self._format_args(action, self._get_default_metavar_for_optional(action))
        return ', '.join([f'{option} {values}' for option in action.option_strings])

    def _metavars(self, action, default, count):
        if action.metavar is not None:
            shown = action.metavar
        elif action.choices is not None:
            shown = '{' + ','.join([str(choice) for choice in action.choices]) + '}'
        else:
            shown = default
        return shown if isinstance(shown, tuple) else (shown,) * count

    def _format_args(self, action, default):
        nargs = action.nargs
        if nargs is None:
            return '%s' % self._metavars(action, default, 1)
        if nargs == OPTIONAL:
            return '[%s]' % self._metavars(action, default, 1)
        if nargs == ZERO_OR_MORE:
            names = self._metavars(action, default, 1)
            return '[%s [%s ...]]' % names if len(names) == 2 else '[%s ...]' % names
        if nargs == ONE_OR_MORE:
            return '%s [%s ...]' % self._metavars(action, default, 2)
        if nargs == REMAINDER:
            return '...'
        if nargs == PARSER:
            return '%s ...' % self._metavars(action, default, 1)
        if nargs == SUPPRESS:
            return ''
        return ' '.join(self._metavars(action, default, nargs))

    def _expand_help(self, action):
        known = {name: value for name, value in vars(action).items() if value is not SUPPRESS}
        known['prog'] = self._prog
        for name, value in known.items():
            if hasattr(value, '__name__'):
                known[name] = value.__name__
        if known.get('choices') is not None:
            known['choices'] = ', '.join([str(choice) for choice in known['choices']])
        return self._get_help_string(action) % known

    def _split_lines(self, text, width):
        import textwrap
        return textwrap.wrap(' '.join(text.split()), width)

    def _fill_text(self, text, width, indent):
        import textwrap
        return textwrap.fill(' '.join(text.split()), width, initial_indent=indent, subsequent_indent=indent)

    def _get_help_string(self, action):
        return action.help

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action):
        return action.dest


def _subactions(action):
    get = getattr(action, '_get_subactions', None)
    return get() if get is not None else ()


class RawDescriptionHelpFormatter(HelpFormatter):
    """Leaves the lines of descriptions as they are."""

    def _fill_text(self, text, width, indent):
        return ''.join([indent + line for line in text.splitlines(keepends=True)])


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    """Leaves the lines of all help as they are."""

    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    """Adds the defaults to the help."""

    def _get_help_string(self, action):
        text = action.help or ''
        if '%(default)' not in text and action.default is not SUPPRESS and (
                action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE)):
            text += ' (default: %(default)s)'
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    """Shows the type in the place of the value."""

    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    _get_default_metavar_for_positional = _get_default_metavar_for_optional
