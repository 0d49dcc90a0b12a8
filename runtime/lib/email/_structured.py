# Reads the values of headers into trees: free text, lists of addresses, MIME headers, ids.
import re
import urllib.parse

from email import _encoded_words as _ew
from email import errors
from email._fold import Leaf, Node, Parameters, quote_string
from email.utils import _has_surrogates

_ENCODED = re.compile(r'=\?[^?\s]*\?[qQbB]\?[^?\s]*\?=')
_NON_PRINTABLE = re.compile(r'[\x00-\x20\x7F]')
_ATOM = re.compile(r'[^\s()<>@,:;.\\"\[\]]+')
_TOKEN = re.compile(r'[^\s()<>@,:;\\"/\[\]?=]+')
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)("?)', re.DOTALL)
_LITERAL = re.compile(r'\[[^\[\]]*\]?')


def note_defects(node, text):
    """Notes what a text holds and should not."""
    found = _NON_PRINTABLE.findall(text)
    if found:
        node.defects.append(errors.NonPrintableDefect(found))
    if _has_surrogates(text):
        node.defects.append(errors.UndecodableBytesDefect('Non-ASCII characters found in header token'))


def decode_word(word, node):
    """The text of an encoded word."""
    try:
        text, _, _, defects = _ew.decode(word)
    except (ValueError, KeyError):
        node.defects.append(errors.InvalidHeaderDefect('encoded word format invalid'))
        return word
    node.defects += defects
    return text


def unstructured(value):
    """Free text, with encoded words decoded; space between two of those is no part of it."""
    tree = Node('unstructured')
    after_word = False
    for piece in re.split(r'(\s+)', value):
        if not piece:
            continue
        if piece.isspace():
            tree.append(Leaf(piece, 'fws'))
            continue
        place = 0
        for match in _ENCODED.finditer(piece):
            if match.start() > place:
                tree.append(_text_leaf(tree, piece[place:match.start()]))
                after_word = False
            if after_word and tree and tree[-1].token_type == 'fws' and len(tree) > 1:
                tree.pop()
            tree.append(Leaf(decode_word(match[0], tree), 'vtext'))
            place, after_word = match.end(), True
        if place < len(piece):
            tree.append(_text_leaf(tree, piece[place:]))
            after_word = False
    return tree


def _text_leaf(tree, text):
    note_defects(tree, text)
    return Leaf(text, 'vtext')


class _Scanner:
    """The tokens of an address list: (kind, text); comments and spaces are passed."""

    def __init__(self, text):
        self.tokens = []
        self.defects = []
        place = 0
        while place < len(text):
            place = self._token(text, place)
        self.tokens.append(('end', ''))
        self.place = 0

    def _token(self, text, place):
        character = text[place]
        if character.isspace():
            end = place + 1
            while end < len(text) and text[end].isspace():
                end += 1
            self.tokens.append(('space', ' '))
            return end
        if character == '(':
            self.tokens.append(('space', ' '))
            return self._comment_end(text, place)
        for kind, pattern in (('quoted', _QUOTED), ('literal', _LITERAL), ('encoded', _ENCODED), ('atom', _ATOM)):
            match = pattern.match(text, place)
            if match:
                if kind == 'quoted':
                    if not match[2]:
                        self.defects.append(errors.InvalidHeaderDefect('end of header inside quoted string'))
                    self.tokens.append((kind, re.sub(r'\\(.)', r'\1', match[1])))
                else:
                    self.tokens.append((kind, match[0]))
                return match.end()
        self.tokens.append(('special', character))
        return place + 1

    def _comment_end(self, text, place):
        depth = 0
        while place < len(text):
            character = text[place]
            if character == '\\':
                place += 1
            depth += (character == '(') - (character == ')')
            place += 1
            if depth == 0:
                return place
        self.defects.append(errors.InvalidHeaderDefect('end of header inside comment'))
        return place

    def peek(self):
        return self.tokens[self.place]

    def next(self):
        token = self.tokens[self.place]
        self.place += token[0] != 'end'
        return token

    def at(self, text):
        return self.peek() == ('special', text)

    def until(self, stops):
        """The tokens up to one of those characters."""
        found = []
        while self.peek()[0] != 'end' and not (self.peek()[0] == 'special' and self.peek()[1] in stops):
            found.append(self.next())
        return found


class Mailbox:
    """A name and an address; the parts that are missing are None."""

    def __init__(self, display_name, local_part, domain, quoted=False):
        self.display_name, self.local_part, self.domain = display_name, local_part, domain
        self.quoted = quoted  # the name stood in quotation marks


def _phrase(tokens, node):
    """The text of a display name: quoted strings without their marks, encoded words decoded."""
    parts, last_encoded, space = [], False, ''
    for kind, text in tokens:
        if kind == 'space':
            space = ' ' if parts else ''
            continue
        encoded = kind == 'encoded'
        if encoded:
            text = decode_word(text, node)
        elif kind == 'quoted' and _ENCODED.search(text):
            node.defects.append(errors.InvalidHeaderDefect('encoded word inside quoted string'))
            text = str(unstructured(text))
        elif (kind, text) == ('special', '.'):
            node.defects.append(errors.ObsoleteHeaderDefect("period in 'phrase'"))
        parts.append(('' if encoded and last_encoded else space) + text)
        last_encoded, space = encoded, ''
    return ''.join(parts)


def _local_and_domain(tokens, node):
    """(local part, domain) of the tokens of an address; None for a domain that is missing."""
    solid = [token for i, token in enumerate(tokens) if token[0] != 'space' or _parts_words(tokens, i)]
    marks = [i for i, token in enumerate(solid) if token == ('special', '@')]
    if len(marks) > 1:
        node.defects.append(errors.InvalidHeaderDefect('invalid address in address-list'))
    if not solid:
        return None, None
    mark = marks[-1] if marks else len(solid)
    local = ''.join([text for _, text in solid[:mark]])
    if any(kind == 'space' for kind, _ in solid[:mark]):
        node.defects.append(errors.ObsoleteHeaderDefect('local-part is not a dot-atom (contains CFWS)'))
    if any(a[0] == 'special' and b[0] == 'special' for a, b in zip(solid[:mark], solid[1:mark])):
        node.defects.append(errors.InvalidHeaderDefect("invalid repeated '.'"))
    if not local.isascii():
        node.defects.append(errors.NonASCIILocalPartDefect('local-part contains non-ASCII characters)'))
    if not marks:
        node.defects.append(errors.InvalidHeaderDefect('addr-spec local part with no domain'))
        return local, None
    return local, ''.join([text for _, text in solid[mark + 1:]])


def _parts_words(tokens, i):
    """Whether the space there stands between two words."""
    return 0 < i < len(tokens) - 1 and 'special' not in (tokens[i - 1][0], tokens[i + 1][0])


def _one_mailbox(scanner, stops, node):
    tokens = scanner.until(stops + '<')
    if not scanner.at('<'):
        local, domain = _local_and_domain(tokens, node)
        return None if local is None else Mailbox(None, local, domain)
    scanner.next()
    name = _phrase(tokens, node)
    address = scanner.until('>')
    if ('special', ':') in address:  # a route, which is passed
        address = address[len(address) - address[::-1].index(('special', ':')):]
        node.defects.append(errors.ObsoleteHeaderDefect('obsolete route specification in angle-addr'))
    if scanner.at('>'):
        scanner.next()
    else:
        node.defects.append(errors.InvalidHeaderDefect("missing trailing '>' on angle-addr"))
    if scanner.until(stops) not in ([], [('space', ' ')]):
        node.defects.append(errors.InvalidHeaderDefect('invalid mailbox in address-list'))
    local, domain = _local_and_domain(address, node)
    if local is None:
        node.defects.append(errors.InvalidHeaderDefect('null addr-spec in angle-addr'))
    quoted = [kind for kind, _ in tokens if kind != 'space'] == ['quoted']
    return Mailbox(name or None, local, domain, quoted)


def address_groups(value, node):
    """[(name of the group or None, [Mailbox])] of a list of addresses; defects are noted in `node`."""
    scanner = _Scanner(value)
    node.defects += scanner.defects
    groups = []
    while scanner.peek()[0] != 'end':
        start = scanner.place
        words = scanner.until(',:<@;')
        if scanner.at(':'):
            scanner.next()
            groups.append((_phrase(words, node), _group_members(scanner, node)))
            scanner.until(',')
        else:
            scanner.place = start
            mailbox = _one_mailbox(scanner, ',', node)
            if mailbox is not None:
                groups.append((None, [mailbox]))
            elif scanner.at(','):
                node.defects.append(errors.ObsoleteHeaderDefect('empty element in address-list'))
        if scanner.at(','):
            scanner.next()
    return groups


def _group_members(scanner, node):
    members = []
    while scanner.peek()[0] != 'end' and not scanner.at(';'):
        mailbox = _one_mailbox(scanner, ',;', node)
        if mailbox is not None:
            members.append(mailbox)
        if scanner.at(','):
            scanner.next()
    if scanner.at(';'):
        scanner.next()
    else:
        node.defects.append(errors.InvalidHeaderDefect('end of header in group'))
    return members


_NEEDS_QUOTES = re.compile(r'[()<>@,:;.\\"\[\]]')


def _name_node(name, quoted):
    if quoted or _NEEDS_QUOTES.search(name) and name.isascii():
        return Node('display-name', [Leaf(quote_string(name), 'quoted-string')])
    return Node('display-name', [Leaf(word, 'fws' if word.isspace() else 'ptext')
                                 for word in re.split(r'(\s+)', name) if word])


def mailbox_node(display_name, addr_spec, quoted=False):
    """The tree of an address as it is written."""
    address = Leaf(addr_spec, 'addr-spec', as_ew=False)
    if not display_name:
        return Node('address', [Node('addr-spec', [address], as_ew=False)])
    route = Node('angle-addr', [Leaf('<', 'angle', as_ew=False), address, Leaf('>', 'angle', as_ew=False)], as_ew=False)
    return Node('address', [_name_node(display_name, quoted and display_name.isascii()), Leaf(' ', 'fws'), route])


def comma():
    return Node('separator', [Leaf(',', 'list-separator', as_ew=False, breaks=False), Leaf(' ', 'fws')])


# --- MIME headers


def _parameter_value(text):
    match = _QUOTED.match(text)
    return re.sub(r'\\(.)', r'\1', match[1]) if match else text.strip()


_COMMENT = re.compile(r'("(?:[^"\\]|\\.)*")|\([^()]*\)')


def _split_parameters(text):
    """(name, value) of `; name=value; ...`."""
    text = _COMMENT.sub(lambda match: match[1] or '', text)
    for part in re.findall(r'(?:[^;"]|"(?:[^"\\]|\\.)*"?)+', text):
        name, equals, value = part.partition('=')
        if name.strip():
            yield name.strip().lower(), _parameter_value(value.strip()) if equals else ''


def _percent_decoded(value, charset, node):
    data = urllib.parse.unquote_to_bytes(value)
    try:
        return data.decode(charset or 'us-ascii', 'surrogateescape')
    except LookupError:
        return data.decode('us-ascii', 'surrogateescape')


def parameters(text, node):
    """The parameters behind a MIME value: pieces joined, encodings undone, the first of two of a name kept."""
    plain, split = {}, {}
    for name, value in _split_parameters(text):
        match = re.fullmatch(r'([^*]+)(?:\*(\d+))?(\*)?', name)
        if match is None or match[2] is None and not match[3]:
            if name in plain:
                node.defects.append(errors.InvalidHeaderDefect('duplicate parameter name; duplicate(s) ignored'))
            elif _ENCODED.search(value):
                node.defects.append(errors.InvalidHeaderDefect('encoded word inside quoted string'))
                value = str(unstructured(value))
            plain.setdefault(name, value)
            continue
        plain.setdefault(match[1], None)
        split.setdefault(match[1], []).append((int(match[2] or 0), value, bool(match[3])))
    for name, parts in split.items():
        parts.sort(key=lambda part: part[0])
        charset, texts = None, []
        for number, value, encoded in parts:
            if encoded and not texts and value.count("'") >= 2:
                charset, _, value = value.split("'", 2)
            texts.append(_percent_decoded(value, charset, node) if encoded else value)
        plain[name] = ''.join(texts)
    return [(name, value or '') for name, value in plain.items()]


def mime_value(value):
    """(the text before the first `;`, that without comments, the text behind)."""
    head, _, rest = value.partition(';')
    return head, re.sub(r'\([^()]*\)', '', head).strip(), rest
