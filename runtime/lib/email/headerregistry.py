"""Headers as objects: strings that know what they mean, by the header's name."""
import re
from types import MappingProxyType

from email import errors, utils
from email import _structured as parser
from email._fold import Leaf, Node, Parameters, fold_header


class Address:
    """A name and an address, of its two parts or of `addr_spec`."""

    _quoted = False  # whether the name stood in quotation marks where it was read

    def __init__(self, display_name='', username='', domain='', addr_spec=None):
        if '\r' in ''.join(filter(None, (display_name, username, domain, addr_spec))) or \
                '\n' in ''.join(filter(None, (display_name, username, domain, addr_spec))):
            raise ValueError('invalid arguments; address parts cannot contain CR or LF')
        if addr_spec is not None:
            if username or domain:
                raise TypeError('addrspec specified when username and/or domain also specified')
            username, domain = self._parts(addr_spec)
        self._display_name, self._username, self._domain = display_name, username, domain

    @staticmethod
    def _parts(addr_spec):
        node = Node('addr-spec')
        groups = parser.address_groups(addr_spec, node)
        if len(groups) != 1 or len(groups[0][1]) != 1 or '<' in addr_spec:
            raise ValueError(f'Invalid addr_spec; only {addr_spec!r} could be parsed from {addr_spec!r}')
        for defect in node.defects:
            raise defect
        mailbox = groups[0][1][0]
        if ' ' in addr_spec and '"' not in addr_spec:
            raise ValueError(f'Invalid addr_spec; only {mailbox.local_part!r} could be parsed from {addr_spec!r}')
        return mailbox.local_part, mailbox.domain

    display_name = property(lambda self: self._display_name)
    username = property(lambda self: self._username)
    domain = property(lambda self: self._domain)

    @property
    def addr_spec(self):
        """local@domain, the local part quoted where it must be."""
        name = self.username
        if not re.fullmatch(r'[^\s()<>@,:;.\\"\[\]]+(\.[^\s()<>@,:;.\\"\[\]]+)*', name or 'x'):
            name = parser.quote_string(name)
        return f'{name}@{self.domain}' if self.domain else name or '<>'

    def __repr__(self):
        return (f'{self.__class__.__name__}(display_name={self.display_name!r}, username={self.username!r}, '
                f'domain={self.domain!r})')

    def __str__(self):
        name = self.display_name
        if parser._NEEDS_QUOTES.search(name):
            name = parser.quote_string(name)
        if name:
            return f'{name} <{"" if self.addr_spec == "<>" else self.addr_spec}>'
        return self.addr_spec

    def __eq__(self, other):
        if not isinstance(other, Address):
            return NotImplemented
        return (self.display_name == other.display_name and self.username == other.username
                and self.domain == other.domain)


class Group:
    """Addresses under a name; without a name, a single address that stands in no group."""

    def __init__(self, display_name=None, addresses=None):
        self._display_name = display_name
        self._addresses = tuple(addresses) if addresses else ()

    display_name = property(lambda self: self._display_name)
    addresses = property(lambda self: self._addresses)

    def __repr__(self):
        return f'{self.__class__.__name__}(display_name={self.display_name!r}, addresses={self.addresses!r}'

    def __str__(self):
        if self.display_name is None and len(self.addresses) == 1:
            return str(self.addresses[0])
        name = self.display_name
        if name is not None and parser._NEEDS_QUOTES.search(name):
            name = parser.quote_string(name)
        members = ', '.join(map(str, self.addresses))
        return f'{name}:{" " + members if members else ""};'

    def __eq__(self, other):
        if not isinstance(other, Group):
            return NotImplemented
        return self.display_name == other.display_name and self.addresses == other.addresses


class BaseHeader(str):
    """The decoded text of a header, with its name and its defects."""

    def __new__(cls, name, value):
        found = {'defects': []}
        cls.parse(value, found)
        if utils._has_surrogates(found['decoded']):
            found['decoded'] = utils._sanitize(found['decoded'])
        self = str.__new__(cls, found.pop('decoded'))
        self.init(name, **found)
        return self

    def init(self, name, *, parse_tree, defects):
        self._name, self._parse_tree, self._defects = name, parse_tree, defects

    name = property(lambda self: self._name)
    defects = property(lambda self: tuple(self._defects))

    def __reduce__(self):
        return _reconstruct_header, (self.__class__.__name__, self.__class__.__bases__, str(self)), self.__dict__

    @classmethod
    def _reconstruct(cls, value):
        return str.__new__(cls, value)

    def fold(self, *, policy):
        """`name: value` in lines, as the policy says."""
        return fold_header(self.name, self._parse_tree, policy)


def _reconstruct_header(cls_name, bases, value):
    return type(cls_name, bases, {})._reconstruct(value)


class UnstructuredHeader:
    """Free text."""

    max_count = None
    value_parser = staticmethod(parser.unstructured)

    @classmethod
    def parse(cls, value, kwds):
        kwds['parse_tree'] = cls.value_parser(value)
        kwds['decoded'] = str(kwds['parse_tree'])
        kwds['defects'].extend(kwds['parse_tree'].all_defects)


class UniqueUnstructuredHeader(UnstructuredHeader):
    max_count = 1


class DateHeader:
    """A date: a text or a datetime goes in, the attribute `datetime` comes out."""

    max_count = None
    value_parser = staticmethod(parser.unstructured)

    @classmethod
    def parse(cls, value, kwds):
        if not value:
            kwds['defects'].append(errors.HeaderMissingRequiredValue())
            kwds['datetime'], kwds['decoded'], kwds['parse_tree'] = None, '', Node('date')
            return
        if isinstance(value, str):
            kwds['decoded'] = value
            try:
                value = utils.parsedate_to_datetime(value)
            except ValueError:
                kwds['defects'].append(errors.InvalidDateDefect('Invalid date value or format'))
                kwds['datetime'], kwds['parse_tree'] = None, Node('date')
                return
        kwds['datetime'] = value
        kwds['decoded'] = utils.format_datetime(value)
        kwds['parse_tree'] = cls.value_parser(kwds['decoded'])

    def init(self, *args, **kw):
        self._datetime = kw.pop('datetime')
        super().init(*args, **kw)

    datetime = property(lambda self: self._datetime)


class UniqueDateHeader(DateHeader):
    max_count = 1


class AddressHeader:
    """Addresses: a text, an Address, a Group or a list of those goes in; `groups` and `addresses` come out."""

    max_count = None

    @staticmethod
    def value_parser(value):
        node = Node('address-list')
        node.groups = parser.address_groups(value, node)
        return node

    @classmethod
    def parse(cls, value, kwds):
        tree = Node('address-list')
        if isinstance(value, str):
            parsed = cls.value_parser(value)
            groups = [Group(name, [cls._address_of(each) for each in members]) for name, members in parsed.groups]
            kwds['defects'].extend(parsed.all_defects)
        else:
            if not hasattr(value, '__iter__'):
                value = [value]
            groups = [each if hasattr(each, 'addresses') else Group(None, [each]) for each in value]
        kwds['groups'] = groups
        kwds['decoded'] = ', '.join([str(each) for each in groups])
        for number, group in enumerate(groups):
            if number:
                tree.extend(parser.comma())
            tree.append(_group_node(group))
        if kwds['defects']:  # what is no list of addresses is written as it came
            tree = Node('address-list', [Leaf(each, 'fws' if each.isspace() else 'text', as_ew=False)
                                         for each in re.split(r'(\s+)', value) if each])
        kwds['parse_tree'] = tree

    @staticmethod
    def _address_of(mailbox):
        address = Address(mailbox.display_name or '', mailbox.local_part or '', mailbox.domain or '')
        if mailbox.quoted:
            address._quoted = True
        return address

    def init(self, *args, **kw):
        self._groups = tuple(kw.pop('groups'))
        self._addresses = None
        super().init(*args, **kw)

    groups = property(lambda self: self._groups)

    @property
    def addresses(self):
        if self._addresses is None:
            self._addresses = tuple([address for group in self._groups for address in group.addresses])
        return self._addresses


def _group_node(group):
    nodes = [parser.mailbox_node(each.display_name, each.addr_spec, each._quoted) for each in group.addresses]
    if group.display_name is None and len(nodes) == 1:
        return nodes[0]
    node = Node('group', [*parser._name_node(group.display_name or 'None', False), Leaf(':', 'group-sep', as_ew=False)])
    for number, each in enumerate(nodes):
        node.extend(parser.comma() if number else [Leaf(' ', 'fws')])
        node.append(each)
    node.append(Leaf(';', 'group-end', as_ew=False))
    return node


class UniqueAddressHeader(AddressHeader):
    max_count = 1


class SingleAddressHeader(AddressHeader):
    """One address."""

    @property
    def address(self):
        if len(self.addresses) != 1:
            raise ValueError(f'value of single address header {self.name} is not a single address')
        return self.addresses[0]


class UniqueSingleAddressHeader(SingleAddressHeader):
    max_count = 1


class MIMEVersionHeader:
    """The version of MIME as text and as numbers."""

    max_count = 1
    value_parser = staticmethod(parser.unstructured)

    @classmethod
    def parse(cls, value, kwds):
        kwds['parse_tree'] = tree = cls.value_parser(value)
        kwds['decoded'] = str(tree)
        bare = re.sub(r'\([^()]*\)', '', value).strip()
        match = re.match(r'(\d+)\s*\.\s*(\d+)', bare)
        if not bare:
            kwds['defects'].append(errors.HeaderMissingRequiredValue('Missing MIME version number (eg: 1.0)'))
        elif match is None or match[0] != bare:
            kwds['defects'].append(errors.InvalidHeaderDefect('Expected MIME version number'))
        kwds['major'], kwds['minor'] = (int(match[1]), int(match[2])) if match else (None, None)
        kwds['version'] = f'{kwds["major"]}.{kwds["minor"]}' if match else None

    def init(self, *args, **kw):
        self._version, self._major, self._minor = kw.pop('version'), kw.pop('major'), kw.pop('minor')
        super().init(*args, **kw)

    major = property(lambda self: self._major)
    minor = property(lambda self: self._minor)
    version = property(lambda self: self._version)


class ParameterizedMIMEHeader:
    """A value with parameters."""

    max_count = 1
    value_parser = staticmethod(parser.mime_value)

    @classmethod
    def parse(cls, value, kwds):
        text, head, rest = cls.value_parser(value)
        tree = Node('mime-header')
        tree.syntactic_break = False
        params = parser.parameters(rest, tree)
        kwds['head'], kwds['params'] = head, {utils._sanitize(name): utils._sanitize(text) for name, text in params}
        if text:
            tree.append(Leaf(text, 'mime-value', as_ew=False))
        if params:
            tree.append(Leaf(';', 'mime-sep', as_ew=False))
            tree.append(Parameters(params))
        kwds['parse_tree'], kwds['decoded'] = tree, str(tree)
        kwds['defects'].extend(tree.defects)

    def init(self, *args, **kw):
        self._params = kw.pop('params')
        kw.pop('head', None)
        super().init(*args, **kw)

    params = property(lambda self: MappingProxyType(self._params))


class ContentTypeHeader(ParameterizedMIMEHeader):
    """The type of a message."""

    @classmethod
    def parse(cls, value, kwds):
        super().parse(value, kwds)
        main, slash, sub = kwds['head'].partition('/')
        valid = slash and re.fullmatch(parser._TOKEN.pattern, main.strip()) and \
            re.fullmatch(parser._TOKEN.pattern, sub.strip())
        if not valid:
            if not kwds['head']:
                kwds['defects'].append(errors.HeaderMissingRequiredValue('Missing content type specification'))
            else:
                kwds['defects'].append(errors.InvalidHeaderDefect('Invalid content type'))
            main, sub = 'text', 'plain'
        kwds['maintype'] = utils._sanitize(main.strip().lower())
        kwds['subtype'] = utils._sanitize(sub.strip().lower())

    def init(self, *args, **kw):
        self._maintype, self._subtype = kw.pop('maintype'), kw.pop('subtype')
        super().init(*args, **kw)

    maintype = property(lambda self: self._maintype)
    subtype = property(lambda self: self._subtype)
    content_type = property(lambda self: f'{self.maintype}/{self.subtype}')


class ContentDispositionHeader(ParameterizedMIMEHeader):
    """How a part is to be shown."""

    @classmethod
    def parse(cls, value, kwds):
        super().parse(value, kwds)
        if not kwds['head']:
            kwds['defects'].append(errors.HeaderMissingRequiredValue('Missing content disposition'))
        kwds['content_disposition'] = utils._sanitize(kwds['head'].lower()) if kwds['head'] else None

    def init(self, *args, **kw):
        self._content_disposition = kw.pop('content_disposition')
        super().init(*args, **kw)

    content_disposition = property(lambda self: self._content_disposition)


class ContentTransferEncodingHeader:
    """How a body is encoded."""

    max_count = 1
    value_parser = staticmethod(parser.unstructured)

    @classmethod
    def parse(cls, value, kwds):
        kwds['parse_tree'] = cls.value_parser(value)
        kwds['decoded'] = str(kwds['parse_tree'])
        cte = re.sub(r'\([^()]*\)', '', value).strip()
        if not cte:
            kwds['defects'].append(errors.HeaderMissingRequiredValue('Missing content transfer encoding'))
        elif not re.fullmatch(parser._TOKEN.pattern, cte):
            kwds['defects'].append(errors.InvalidHeaderDefect('Extra text after content transfer encoding'))
            cte = parser._TOKEN.match(cte)[0] if parser._TOKEN.match(cte) else ''
        kwds['cte'] = utils._sanitize(cte.lower() or '7bit')

    def init(self, *args, **kw):
        self._cte = kw.pop('cte')
        super().init(*args, **kw)

    cte = property(lambda self: self._cte)


class MessageIDHeader:
    """The id of a message."""

    max_count = 1

    @staticmethod
    def value_parser(value):
        tree = Node('message-id', [Leaf(value, 'msg-id', as_ew=False)])
        if not re.fullmatch(r'\s*<[^<>@\s]+@[^<>@\s]+>\s*', value):
            tree.defects.append(errors.InvalidHeaderDefect(f'Unexpected {value!r}'))
        return tree

    @classmethod
    def parse(cls, value, kwds):
        kwds['parse_tree'] = cls.value_parser(value)
        kwds['decoded'] = str(kwds['parse_tree'])
        kwds['defects'].extend(kwds['parse_tree'].all_defects)

    def fold(self, *, policy):
        return f'{self.name}: {self}{policy.linesep}'  # never in two lines, however long


_default_header_map = {
    'subject': UniqueUnstructuredHeader, 'date': UniqueDateHeader, 'resent-date': DateHeader,
    'orig-date': UniqueDateHeader, 'sender': UniqueSingleAddressHeader, 'resent-sender': SingleAddressHeader,
    'to': UniqueAddressHeader, 'resent-to': AddressHeader, 'cc': UniqueAddressHeader, 'resent-cc': AddressHeader,
    'bcc': UniqueAddressHeader, 'resent-bcc': AddressHeader, 'from': UniqueAddressHeader,
    'resent-from': AddressHeader, 'reply-to': UniqueAddressHeader, 'mime-version': MIMEVersionHeader,
    'content-type': ContentTypeHeader, 'content-disposition': ContentDispositionHeader,
    'content-transfer-encoding': ContentTransferEncodingHeader, 'message-id': MessageIDHeader}


class HeaderRegistry:
    """Makes header objects: classes of the base and what a header's name is mapped to."""

    def __init__(self, base_class=BaseHeader, default_class=UnstructuredHeader, use_default_map=True):
        self.registry = dict(_default_header_map) if use_default_map else {}
        self.base_class, self.default_class = base_class, default_class

    def map_to_type(self, name, cls):
        self.registry[name.lower()] = cls

    def __getitem__(self, name):
        cls = self.registry.get(name.lower(), self.default_class)
        return type('_' + cls.__name__, (cls, self.base_class), {})

    def __call__(self, name, value):
        return self[name](name, value)
