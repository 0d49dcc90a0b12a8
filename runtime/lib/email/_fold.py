# The tree of a header's text, and how it is folded: leaves are words and spaces, nodes what belongs together.
import sys
import urllib.parse

from email import _encoded_words as _ew
from email import errors

_WSP = frozenset(' \t')
_SPECIALS = frozenset(r'()<>@,:;.\"[]')
_ENDS = frozenset('\r\n')


class Leaf(str):
    """A word or a space. Flags: may it become an encoded word, may it be joined to one, may a line begin with it."""

    def __new__(cls, text, kind='', *, as_ew=True, breaks=True, combine=True):
        leaf = super().__new__(cls, text)
        leaf.token_type, leaf.as_ew_allowed = kind, as_ew
        leaf.syntactic_break, leaf.ew_combine_allowed = breaks, combine
        return leaf

    def startswith_fws(self):
        return self[:1] in (' ', '\t')

    @property
    def all_defects(self):
        return []


class Node(list):
    """Leaves and nodes that belong together."""

    def __init__(self, kind, parts=(), *, as_ew=None):
        super().__init__(parts)
        self.token_type, self._as_ew, self.defects = kind, as_ew, []
        self.syntactic_break = self.ew_combine_allowed = True

    @property
    def as_ew_allowed(self):
        return all(part.as_ew_allowed for part in self) if self._as_ew is None else self._as_ew

    def __str__(self):
        return ''.join([str(part) for part in self])

    def __repr__(self):
        return f'{self.__class__.__name__}({super().__repr__()})'

    def startswith_fws(self):
        return bool(self) and self[0].startswith_fws()

    @property
    def all_defects(self):
        return sum((part.all_defects for part in self), self.defects)

    def fold(self, *, policy):
        return fold_tree(self, policy)


class Parameters(Node):
    """The parameters of a MIME header; `params` are the pairs."""

    def __init__(self, params):
        super().__init__('mime-parameters')
        self.params = params

    def __str__(self):
        text = '; '.join([f'{name}={quote_string(value)}' if value else name for name, value in self.params])
        return ' ' + text if text else ''


def quote_string(value):
    return '"' + str(value).replace('\\', '\\\\').replace('"', '\\"') + '"'


def _take_space(lines):
    """The space a line ends with, which then begins the next one."""
    if lines[-1] and lines[-1][-1] in _WSP:
        space = lines[-1][-1]
        lines[-1] = lines[-1][:-1]
        return space
    return ''


class _Folder:
    """The state of folding a tree: the lines so far, what is still to come, where the last encoded word began."""

    def __init__(self, policy):
        self.policy = policy
        self.width = policy.max_line_length or sys.maxsize
        self.encoding = 'utf-8' if policy.utf8 else 'us-ascii'
        self.lines = ['']
        self.last_ew = None
        self.blocked = 0
        self.wanted = False

    def fold(self, tree):
        parts = list(tree)
        while parts:
            part = parts.pop(0)
            if part is None:  # the end of what must not be encoded
                self.blocked -= 1
            else:
                parts[:0] = self._place(part) or ()
        return self.policy.linesep.join(self.lines) + self.policy.linesep

    def _charset_of(self, text):
        try:
            text.encode(self.encoding)
            return self.encoding
        except UnicodeEncodeError:
            self.wanted = True
        try:
            text.encode()
            return 'utf-8'
        except UnicodeEncodeError:
            return 'unknown-8bit'

    def _place(self, part):
        """Adds a part to the lines, or hands out the parts it falls into."""
        text = str(part)
        if not self.wanted:
            risky = _SPECIALS | _ENDS if part.token_type == 'ptext' else _ENDS
            self.wanted = not risky.isdisjoint(text)
        charset = self._charset_of(text)
        if part.token_type == 'mime-parameters':
            self._fold_parameters(part)
            self.wanted = False
            return None
        if self.wanted and not self.blocked:
            return self._place_encoded(part, text, charset)
        if len(text) <= self.width - len(self.lines[-1]):
            self.lines[-1] += text
            return None
        return self._place_on_next_line(part, text)

    def _place_encoded(self, part, text, charset):
        if not part.as_ew_allowed:
            self.wanted, self.last_ew = False, None
            if part.syntactic_break and isinstance(part, Node):
                encoded = part.fold(policy=self.policy)[:-len(self.policy.linesep)]
                if self.policy.linesep not in encoded:
                    if len(encoded) > self.width - len(self.lines[-1]):
                        self.lines.append(_take_space(self.lines))
                    self.lines[-1] += encoded
                    return None
        if isinstance(part, Node):
            self.wanted = False
            return list(part)
        self._add_encoded(text, part.ew_combine_allowed, charset)
        self.wanted = False
        return None

    def _place_on_next_line(self, part, text):
        if part.syntactic_break and len(text) + 1 <= self.width:
            space = _take_space(self.lines)
            if space or part.startswith_fws():
                self.lines.append(space + text)
                self.last_ew = None
                return None
        if isinstance(part, Node):
            parts = list(part)
            if not part.as_ew_allowed:
                self.blocked += 1
                parts.append(None)
            return parts
        if part.as_ew_allowed and not self.blocked:
            self.wanted = True
            return [part]
        space = _take_space(self.lines)
        if space or part.startswith_fws():
            self.lines.append(space + text)
        else:
            self.lines[-1] += text
        return None

    def _add_encoded(self, text, combine, charset):
        """Adds encoded words of a text; the last one on the line is taken back and encoded with it."""
        from email._structured import unstructured
        lines = self.lines
        if self.last_ew is not None and combine:
            text = str(unstructured(lines[-1][self.last_ew:] + text))
            lines[-1] = lines[-1][:self.last_ew]
        if text[0] in _WSP:
            if len(lines[-1]) == self.width:
                lines.append(_take_space(lines))
            lines[-1] += text[0]
            text = text[1:]
        trailing = text[-1] if text and text[-1] in _WSP else ''
        text = text[:-1] if trailing else text
        begins = len(lines[-1]) if self.last_ew is None else self.last_ew
        charset = 'utf-8' if charset == 'us-ascii' else charset
        chrome = len(charset) + 7
        if chrome + 1 >= self.width:
            raise errors.HeaderParseError('max_line_length is too small to fit an encoded word')
        while text:
            room = self.width - len(lines[-1])
            if room - chrome <= 0:
                lines.append(' ')
                continue
            count = min(len(text), room - chrome)
            word = _ew.encode(text[:count], charset=charset)
            while len(word) > room:
                count -= 1
                word = _ew.encode(text[:count], charset=charset)
            lines[-1] += word
            text = text[count:]
            if text:
                lines.append(' ')
                begins = len(lines[-1])
        lines[-1] += trailing
        self.last_ew = begins if combine else None

    def _fold_parameters(self, part):
        for name, value in part.params:
            if not self.lines[-1].rstrip().endswith(';'):
                self.lines[-1] += ';'
            charset, handler = self.encoding, 'strict'
            try:
                value.encode(self.encoding)
                text = f'{name}={quote_string(value)}'
            except UnicodeEncodeError:
                charset, handler = self._charset_of(value), 'surrogateescape'
                handler = handler if charset == 'unknown-8bit' else 'strict'
                text = f"{name}*={charset}''{urllib.parse.quote(value, safe='', errors=handler)}"
            if len(self.lines[-1]) + len(text) + 1 < self.width:
                self.lines[-1] += ' ' + text
            elif len(text) + 2 <= self.width:
                self.lines.append(' ' + text)
            else:
                self._split_parameter(name, value, charset, handler)

    def _split_parameter(self, name, value, charset, handler):
        """A value too long for a line, in numbered pieces."""
        section, extra, width = 0, charset + "''", self.width
        while value:
            chrome = len(name) + len(str(section)) + 3 + len(extra)
            if width <= chrome + 3:
                width = 78
            count = room = width - chrome - 2
            encoded = urllib.parse.quote(value[:count], safe='', errors=handler)
            while len(encoded) > room:
                count -= 1
                encoded = urllib.parse.quote(value[:count], safe='', errors=handler)
            self.lines.append(f' {name}*{section}*={extra}{encoded}')
            extra, section, value = '', section + 1, value[count:]
            if value:
                self.lines[-1] += ';'


def fold_tree(tree, policy):
    return _Folder(policy).fold(tree)


def fold_header(name, tree, policy):
    """`name: tree` in lines."""
    label = Node('header-label', [Leaf(name, 'header-name'), Leaf(':', 'header-sep')], as_ew=False)
    value = [Node('cfws', [Leaf(' ', 'fws')]), tree] if tree else []
    return fold_tree(Node('header', [label, *value]), policy)
