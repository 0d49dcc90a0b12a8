"""The texts of -h and of the usage line."""
import operator
import re
from argparse.actions import OPTIONAL, ONE_OR_MORE, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE

_SPACES = re.compile(r'\s+', re.ASCII)


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
        self._current_indent, self._action_max_length = 0, 0
        self._sections = [(None, [])]  # of heading and the functions that make its parts, the open ones

    def _indent(self):
        self._current_indent += self._indent_increment

    def _dedent(self):
        self._current_indent -= self._indent_increment

    def _add_item(self, func, args):
        self._sections[-1][1].append((func, args))

    def start_section(self, heading):
        self._indent()
        self._sections.append((heading, []))

    def end_section(self):
        self._dedent()
        self._add_item(self._format_section, self._sections.pop())

    def _format_section(self, heading, items):
        self._indent()
        body = ''.join([func(*args) for func, args in items])
        self._dedent()
        if not body:
            return ''
        title = '' if heading in (None, SUPPRESS) else f"{'':>{self._current_indent}}{heading}:\n"
        return f'\n{title}{body}\n'

    def add_text(self, text):
        if text is not SUPPRESS and text is not None:
            self._add_item(self._format_text, [text])

    def add_usage(self, usage, actions, groups, prefix=None):
        if usage is not SUPPRESS:
            self._add_item(self._format_usage, [usage, actions, groups, prefix])

    def add_argument(self, action):
        if action.help is SUPPRESS:
            return
        lengths = [len(self._format_action_invocation(action))]
        self._indent()
        lengths += [len(self._format_action_invocation(inner)) for inner in _subactions(action)]
        self._dedent()
        self._action_max_length = max(self._action_max_length, max(lengths) + self._current_indent)
        self._add_item(self._format_action, [action])

    def add_arguments(self, actions):
        for action in actions:
            self.add_argument(action)

    def format_help(self):
        text = ''.join([func(*args) for func, args in self._sections[0][1]])
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
        usage = ' '.join([self._prog, *self._parts(optionals + positionals, groups)])
        if len(prefix) + len(usage) > self._width - self._current_indent:
            usage = self._wrapped_usage(prefix, self._parts(optionals, groups), self._parts(positionals, groups))
        return f'{prefix}{usage}\n\n'

    def _wrapped_usage(self, prefix, optionals, positionals):
        width = self._width - self._current_indent
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

    def _format_actions_usage(self, actions, groups):
        return ' '.join(self._parts(actions, groups))

    def _parts(self, actions, groups):
        """The usage of each argument; mutually exclusive ones that follow each other are one part."""
        inside, opening, closing = {}, {}, {}  # by place: the outermost group's end; brackets before and behind
        for group in groups:
            members = group._group_actions
            if not members:
                raise ValueError(f'empty group {group}')
            if members[0] not in actions:
                continue
            start = actions.index(members[0])
            shown = [place for place, action in enumerate(members, start) if action.help is not SUPPRESS]
            if actions[start:start + len(members)] != members or not shown:
                continue
            inside.update({place: max(inside.get(place, 0), start + len(members)) for place in
                           range(start, start + len(members))})
            if not group.required or len(shown) > 1:
                opening[shown[0]] = opening.get(shown[0], '') + ('(' if group.required else '[')
                closing[shown[-1]] = (')' if group.required else ']') + closing.get(shown[-1], '')
        parts, end = [], -1
        for place, action in enumerate(actions):
            if action.help is SUPPRESS:
                continue
            text = opening.get(place, '') + self._usage_of(action, place in inside) + closing.get(place, '')
            if place < end:
                parts[-1] += f' | {text}'
            else:
                parts.append(text)
            end = inside.get(place, -1)
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

    def _format_text(self, text):
        if '%(prog)' in text:
            text = text % {'prog': self._prog}
        width = max(self._width - self._current_indent, 11)
        return self._fill_text(text, width, ' ' * self._current_indent) + '\n\n'

    def _format_action(self, action):
        position = min(self._action_max_length + 2, self._max_help_position)
        width = max(self._width - position, 11)
        indent = self._current_indent
        header_width = position - indent - 2
        header = self._format_action_invocation(action)
        short = len(header) <= header_width
        text = f"{'':>{indent}}{header}"
        if action.help:
            text = f"{text:<{indent + header_width}}  " if short else text + '\n'
        else:
            text += '\n'
        if action.help and action.help.strip():
            lines = self._split_lines(self._expand_help(action), width)
            if lines:
                text += f"{'':>{0 if short else position}}{lines[0]}\n"
                text += ''.join([f"{'':>{position}}{line}\n" for line in lines[1:]])
        elif not text.endswith('\n'):
            text += '\n'
        self._indent()
        text += ''.join([self._format_action(inner) for inner in _subactions(action)])
        self._dedent()
        return text

    def _format_action_invocation(self, action):
        if not action.option_strings:
            return ' '.join(self._metavars(action, self._get_default_metavar_for_positional(action), 1))
        if action.nargs == 0:
            return ', '.join(action.option_strings)
        values = self._format_args(action, self._get_default_metavar_for_optional(action))
        return ', '.join([f'{option} {values}' for option in action.option_strings])

    def _metavar_formatter(self, action, default_metavar):
        if action.metavar is not None:
            shown = action.metavar
        elif action.choices is not None:
            shown = '{' + ','.join([str(choice) for choice in action.choices]) + '}'
        else:
            shown = default_metavar
        return lambda count: shown if isinstance(shown, tuple) else (shown,) * count

    def _metavars(self, action, default, count):
        return self._metavar_formatter(action, default)(count)

    def _format_args(self, action, default_metavar):
        nargs, default = action.nargs, default_metavar
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
        try:
            places = ['%s'] * operator.index(nargs)
        except TypeError:
            raise ValueError("invalid nargs value") from None
        return ' '.join(places) % self._metavars(action, default, nargs)

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
        return textwrap.wrap(_SPACES.sub(' ', text).strip(), width)

    def _fill_text(self, text, width, indent):
        import textwrap
        return textwrap.fill(_SPACES.sub(' ', text).strip(), width, initial_indent=indent, subsequent_indent=indent)

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
