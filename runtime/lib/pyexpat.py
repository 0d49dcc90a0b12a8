"""The parser of XML that the library expat is."""
import sys
import types

import _expat
from _expat import ErrorString

EXPAT_VERSION = _expat.EXPAT_VERSION
version_info = tuple([int(part) for part in EXPAT_VERSION.removeprefix('expat_').split('.')])
native_encoding = 'UTF-8'
features = [('sizeof(XML_Char)', 1), ('sizeof(XML_LChar)', 1), ('XML_DTD', 0), ('XML_CONTEXT_BYTES', 1024),
            ('XML_NS', 0)]
XML_PARAM_ENTITY_PARSING_NEVER, XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE, XML_PARAM_ENTITY_PARSING_ALWAYS = range(3)


class ExpatError(Exception):
    """The text is no XML: `code` says why, `lineno` and `offset` where."""


error = ExpatError
ExpatError.__module__, ExpatError.__name__, ExpatError.__qualname__ = 'xml.parsers.expat', 'ExpatError', 'ExpatError'

_EVENTS = ['StartElement', 'EndElement', 'ProcessingInstruction', 'CharacterData', 'UnparsedEntityDecl',
           'NotationDecl', 'StartNamespaceDecl', 'EndNamespaceDecl', 'Comment', 'StartCdataSection', 'EndCdataSection',
           'Default', 'DefaultHandlerExpand', 'NotStandalone', 'ExternalEntityRef', 'StartDoctypeDecl',
           'EndDoctypeDecl', 'EntityDecl', 'XmlDecl', 'ElementDecl', 'AttlistDecl', 'SkippedEntity']
_UNKNOWN_ENCODING = len(_EVENTS)
_ORDERED, _SPECIFIED, _TEXT, _PREFIXES, _FOREIGN, _PARAMETERS, _UTF8 = range(7)


def _characters_of(name):
    """The 256 characters of an encoding of single bytes."""
    try:
        return bytes(range(256)).decode(name, 'replace')
    except UnicodeError:
        return ''


class XMLParserType(_expat.Parser):
    """A parser. For each kind of thing in a text an attribute can be set to the function that is called for it."""

    def __init__(self, encoding, separator, parent, context):
        self._handlers = {} if parent is None else dict(parent._handlers)
        self._ordered = self._specified = self._joins = self._prefixes = False
        self._size = 8192
        self._parent = parent
        if parent is not None:
            self._ordered, self._specified, self._joins = parent._ordered, parent._specified, parent._joins
            self.intern = parent.intern
        self._listen(_UNKNOWN_ENCODING, _characters_of)

    def Parse(self, data, isfinal=False, /):
        """Parses a piece of the text; 1 if it was well."""
        if isinstance(data, str):
            data = data.encode('utf-8', 'surrogatepass')
            self._option(_UTF8, 1)
        return self._checked(self._parse(data, isfinal))

    def ParseFile(self, file, /):
        """Parses all that a file holds."""
        if not hasattr(file, 'read'):
            raise TypeError("argument must have 'read' attribute")
        while True:
            data = file.read(2048)
            if not isinstance(data, (bytes, bytearray)):
                raise TypeError(f"read() did not return a bytes object (type={type(data).__name__})")
            if len(data) > 2048:
                raise ValueError(f'read() returned too much data: 2048 bytes requested, {len(data)} returned')
            self._checked(self._parse(data, not data))
            if not data:
                return 1

    def _checked(self, status):
        if status:
            return status
        code, line, column = self._state()[:3]
        failure = ExpatError(f'{ErrorString(code)}: line {line}, column {column}')
        failure.code, failure.lineno, failure.offset = code, line, column
        raise failure

    def ExternalEntityParserCreate(self, context, encoding=None, /):
        """A parser for an external entity of this one's text."""
        return XMLParserType(encoding, None, self, context)

    def UseForeignDTD(self, flag=True, /):
        code = self._option(_FOREIGN, bool(flag))
        if code:
            failure = ExpatError(f'{ErrorString(code)}: line {self._state()[1]}, column {self._state()[2]}')
            failure.code, failure.lineno, failure.offset = code, *self._state()[1:3]
            raise failure

    def SetParamEntityParsing(self, flag, /):
        return self._option(_PARAMETERS, flag)

    @property
    def buffer_text(self):
        return self._joins

    @buffer_text.setter
    def buffer_text(self, value):
        self._joins = bool(value)
        self._option(_TEXT, self._size if self._joins else 0)

    @property
    def buffer_size(self):
        return self._size

    @buffer_size.setter
    def buffer_size(self, value):
        if not isinstance(value, int):
            raise TypeError('buffer_size must be an integer')
        if value <= 0:
            raise ValueError('buffer_size must be greater than zero')
        if value > 0x7FFFFFFF:
            raise ValueError('buffer_size must not be greater than 2147483647')
        if self._joins:
            self._option(_TEXT, 0)  # what waits is handed out
            self._option(_TEXT, value)
        self._size = value

    @property
    def buffer_used(self):
        return self._state()[4]

    @property
    def namespace_prefixes(self):
        return self._prefixes

    @namespace_prefixes.setter
    def namespace_prefixes(self, value):
        self._prefixes = bool(value)
        self._option(_PREFIXES, self._prefixes)

    @property
    def ordered_attributes(self):
        return self._ordered

    @ordered_attributes.setter
    def ordered_attributes(self, value):
        self._ordered = bool(value)
        self._option(_ORDERED, self._ordered)

    @property
    def specified_attributes(self):
        return self._specified

    @specified_attributes.setter
    def specified_attributes(self, value):
        self._specified = bool(value)
        self._option(_SPECIFIED, self._specified)

    ErrorCode = property(lambda self: self._state()[0])
    ErrorLineNumber = CurrentLineNumber = property(lambda self: self._state()[1])
    ErrorColumnNumber = CurrentColumnNumber = property(lambda self: self._state()[2])
    ErrorByteIndex = CurrentByteIndex = property(lambda self: self._state()[3])


XMLParserType.__name__ = XMLParserType.__qualname__ = 'xmlparser'


def _handler_property(number):
    def get(self):
        return self._handlers.get(number)

    def set(self, handler):
        self._handlers[number] = handler
        self._listen(number, handler)
    return property(get, set)


for _number, _name in enumerate(_EVENTS):
    setattr(XMLParserType, _name if _name.endswith('Expand') else _name + 'Handler', _handler_property(_number))


def ParserCreate(encoding=None, namespace_separator=None, intern=None):
    """A new parser; with a separator, names are given with their namespace in front of it."""
    if encoding is not None and not isinstance(encoding, str):
        raise TypeError(f"ParserCreate() argument 'encoding' must be str or None, not {type(encoding).__name__}")
    if namespace_separator is not None:
        if not isinstance(namespace_separator, str):
            raise TypeError("ParserCreate() argument 'namespace_separator' must be str or None, not "
                            f'{type(namespace_separator).__name__}')
        if len(namespace_separator) > 1:
            raise ValueError('namespace_separator must be at most one character, omitted, or None')
    if intern is not None and not isinstance(intern, dict):
        raise TypeError('intern must be a dictionary')
    parser = XMLParserType(encoding, namespace_separator, None, None)
    parser.intern = {} if intern is None else intern
    return parser


errors = types.ModuleType('pyexpat.errors', 'Constants used to describe error conditions.')
model = types.ModuleType('pyexpat.model', 'Constants used to interpret content model information.')
_ERRORS = ('NO_MEMORY SYNTAX NO_ELEMENTS INVALID_TOKEN UNCLOSED_TOKEN PARTIAL_CHAR TAG_MISMATCH DUPLICATE_ATTRIBUTE '
           'JUNK_AFTER_DOC_ELEMENT PARAM_ENTITY_REF UNDEFINED_ENTITY RECURSIVE_ENTITY_REF ASYNC_ENTITY BAD_CHAR_REF '
           'BINARY_ENTITY_REF ATTRIBUTE_EXTERNAL_ENTITY_REF MISPLACED_XML_PI UNKNOWN_ENCODING INCORRECT_ENCODING '
           'UNCLOSED_CDATA_SECTION EXTERNAL_ENTITY_HANDLING NOT_STANDALONE UNEXPECTED_STATE ENTITY_DECLARED_IN_PE '
           'FEATURE_REQUIRES_XML_DTD CANT_CHANGE_FEATURE_ONCE_PARSING UNBOUND_PREFIX UNDECLARING_PREFIX '
           'INCOMPLETE_PE XML_DECL TEXT_DECL PUBLICID SUSPENDED NOT_SUSPENDED ABORTED FINISHED SUSPEND_PE '
           'RESERVED_PREFIX_XML RESERVED_PREFIX_XMLNS RESERVED_NAMESPACE_URI INVALID_ARGUMENT NO_BUFFER '
           'AMPLIFICATION_LIMIT_BREACH').split()
errors.codes, errors.messages = {}, {}
for _number, _name in enumerate(_ERRORS, 1):
    _text = ErrorString(_number)
    setattr(errors, 'XML_ERROR_' + _name, _text)
    errors.codes[_text] = _number
    errors.messages[_number] = _text
for _number, _name in enumerate('EMPTY ANY MIXED NAME CHOICE SEQ'.split(), 1):
    setattr(model, 'XML_CTYPE_' + _name, _number)
for _number, _name in enumerate('NONE OPT REP PLUS'.split()):
    setattr(model, 'XML_CQUANT_' + _name, _number)
sys.modules['pyexpat.errors'], sys.modules['pyexpat.model'] = errors, model
