"""Examples out of text: prompts, continuations, what is expected after them, options in comments."""
import re

from doctest._flags import OPTIONFLAGS_BY_NAME

_EXAMPLE = re.compile(r'''
    (?P<source>
        (?:^(?P<indent>[ ]*) >>>    .*)       # the prompt
        (?:\n           [ ]*  \.\.\. .*)*)    # its continuations
    \n?
    (?P<want> (?:(?![ ]*$)                    # no blank line
                 (?![ ]*>>>)                  # no prompt
                 .+$\n?)*)
    ''', re.MULTILINE | re.VERBOSE)
_EXCEPTION = re.compile(r'''
    ^(?P<header> Traceback\ \( (?: most\ recent\ call\ last | innermost\ last ) \) :)
    \s* $
    (?P<stack> .*?)                           # indented lines, not compared
    ^(?P<message> \w+ .*)
    ''', re.VERBOSE | re.MULTILINE | re.DOTALL)
_DIRECTIVE = re.compile(r'#\s*doctest:\s*([^\n\'"]*)$', re.MULTILINE)
_NOTHING = re.compile(r'^[ ]*(#.*)?$').match


class Example:
    """One statement and the output it should have."""

    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        self.source = source if source.endswith('\n') else source + '\n'
        self.want = want + '\n' if want and not want.endswith('\n') else want
        self.exc_msg = exc_msg + '\n' if exc_msg is not None and not exc_msg.endswith('\n') else exc_msg
        self.lineno = lineno
        self.indent = indent
        self.options = {} if options is None else options

    def _key(self):
        return self.source, self.want, self.lineno, self.indent, self.options, self.exc_msg

    def __eq__(self, other):
        return self._key() == other._key() if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((self.source, self.want, self.lineno, self.indent, self.exc_msg))


class DocTest:
    """The examples of one docstring, with the names they see."""

    def __init__(self, examples, globs, name, filename, lineno, docstring):
        if isinstance(examples, str):
            raise TypeError('DocTest no longer accepts str; use DocTestParser instead')
        self.examples = examples
        self.docstring = docstring
        self.globs = globs.copy()
        self.name = name
        self.filename = filename
        self.lineno = lineno

    def __repr__(self):
        count = len(self.examples)
        shown = '1 example' if count == 1 else '%d examples' % count if count else 'no examples'
        return '<%s %s from %s:%s (%s)>' % (type(self).__name__, self.name, self.filename, self.lineno, shown)

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        names = ('examples', 'docstring', 'globs', 'name', 'filename', 'lineno')
        return all(getattr(self, each) == getattr(other, each) for each in names)

    def __hash__(self):
        return hash((self.docstring, self.name, self.filename, self.lineno))

    def __lt__(self, other):
        if not isinstance(other, DocTest):
            return NotImplemented
        return self._order() < other._order()

    def _order(self):
        return self.name, self.filename, -1 if self.lineno is None else self.lineno, id(self)


class DocTestParser:
    """Cuts text into prose and examples."""

    def parse(self, string, name='<string>'):
        """A list of Examples and of the text between them."""
        string = string.expandtabs()
        least = min((len(blank) for blank in re.findall(r'^([ ]*)(?=\S)', string, re.MULTILINE)), default=0)
        if least:
            string = '\n'.join(line[least:] for line in string.split('\n'))
        parts, place, line = [], 0, 0
        for match in _EXAMPLE.finditer(string):
            parts.append(string[place:match.start()])
            line += string.count('\n', place, match.start())
            source, options, want, message = self._parse_example(match, name, line)
            if not all(map(_NOTHING, source.split('\n'))):
                parts.append(Example(source, want, message, lineno=line, indent=least + len(match.group('indent')),
                                     options=options))
            line += string.count('\n', match.start(), match.end())
            place = match.end()
        parts.append(string[place:])
        return parts

    def get_doctest(self, string, globs, name, filename, lineno):
        """A DocTest of the text's examples."""
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)

    def get_examples(self, string, name='<string>'):
        """The text's examples."""
        return [part for part in self.parse(string, name) if isinstance(part, Example)]

    def _parse_example(self, match, name, line):
        indent = len(match.group('indent'))
        lines = match.group('source').split('\n')
        self._check_prompt_blank(lines, indent, name, line)
        self._check_prefix(lines[1:], ' ' * indent + '.', name, line)
        source = '\n'.join(each[indent + 4:] for each in lines)
        want_lines = match.group('want').split('\n')
        if len(want_lines) > 1 and re.match(r' *$', want_lines[-1]):
            del want_lines[-1]
        self._check_prefix(want_lines, ' ' * indent, name, line + len(lines))
        want = '\n'.join(each[indent:] for each in want_lines)
        found = _EXCEPTION.match(want)
        return source, self._find_options(source, name, line), want, found.group('message') if found else None

    def _find_options(self, source, name, line):
        options = {}
        for match in _DIRECTIVE.finditer(source):
            for option in match.group(1).replace(',', ' ').split():
                if option[0] not in '+-' or option[1:] not in OPTIONFLAGS_BY_NAME:
                    raise ValueError('line %r of the doctest for %s has an invalid option: %r'
                                     % (line + 1, name, option))
                options[OPTIONFLAGS_BY_NAME[option[1:]]] = option[0] == '+'
        if options and not any(not _NOTHING(each) for each in source.split('\n')):
            raise ValueError('line %r of the doctest for %s has an option directive on a line with no example: %r'
                             % (line, name, source))
        return options

    def _check_prompt_blank(self, lines, indent, name, lineno):
        for number, line in enumerate(lines):
            if len(line) >= indent + 4 and line[indent + 3] != ' ':
                raise ValueError('line %r of the docstring for %s lacks blank after %s: %r'
                                 % (lineno + number + 1, name, line[indent:indent + 3], line))

    def _check_prefix(self, lines, prefix, name, lineno):
        for number, line in enumerate(lines):
            if line and not line.startswith(prefix):
                raise ValueError('line %r of the docstring for %s has inconsistent leading whitespace: %r'
                                 % (lineno + number + 1, name, line))


def _comment(line):
    line = line.rstrip()
    return '# ' + line if line else '#'


def script_from_examples(s):
    """The examples of a text as a script; everything else as comments."""
    output = []
    for piece in DocTestParser().parse(s):
        if isinstance(piece, Example):
            output.append(piece.source[:-1])
            if piece.want:
                output.append('# Expected:')
                output += ['## ' + line for line in piece.want.split('\n')[:-1]]
        else:
            output += [_comment(line) for line in piece.split('\n')[:-1]]
    while output and output[-1] == '#':
        output.pop()
    while output and output[0] == '#':
        output.pop(0)
    return '\n'.join(output) + '\n'
