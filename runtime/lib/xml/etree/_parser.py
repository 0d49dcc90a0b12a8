# Reads XML into trees: the parser, parsing in pieces. What builds the trees is C++: _elementtree.
import collections
import weakref

from _elementtree import Relay, TreeBuilder
from xml.etree import ElementPath  # C++ asks for it by name
from xml.etree._element import ElementTree


class ParseError(SyntaxError):
    """The text is no XML: `code` says why, `position` where (line, column)."""


class XMLParser:
    """Feeds what expat finds to a target: a TreeBuilder, or anything with some of its methods."""

    entity = target = version = None

    def __init__(self, *, target=None, encoding=None):
        from xml.parsers import expat
        parser = expat.ParserCreate(encoding, '}')
        if target is None:
            target = TreeBuilder()
        self.parser = self._parser = parser
        self.target = self._target = target
        self._error, self._relay, self.entity = expat.error, Relay(target), {}
        self.version = 'Expat %d.%d.%d' % expat.version_info
        parser.DefaultHandlerExpand = self._default
        self._connect(parser, target)
        parser.buffer_text = type(target) is TreeBuilder  # others see each piece
        parser.ordered_attributes = 1
        self._doctype = None

    def _connect(self, parser, target):
        for method, attribute, handler in (('start', 'StartElementHandler', self._relay.start),
                                           ('end', 'EndElementHandler', self._relay.end),
                                           ('start_ns', 'StartNamespaceDeclHandler', self._start_ns),
                                           ('end_ns', 'EndNamespaceDeclHandler', self._end_ns)):
            if hasattr(target, method):
                setattr(parser, attribute, handler)
        for method, attribute in (('data', 'CharacterDataHandler'), ('comment', 'CommentHandler'),
                                  ('pi', 'ProcessingInstructionHandler')):
            if hasattr(target, method):
                setattr(parser, attribute, getattr(target, method))

    def _setevents(self, events_queue, events_to_report):
        """Has what the target makes of those events appended to a queue too."""
        parser, append = self._parser, events_queue.append
        starts = 'start' in events_to_report
        ends = 'end' in events_to_report
        self._relay.report(append, starts, ends)
        if starts:
            parser.StartElementHandler = self._relay.start
        if ends:
            parser.EndElementHandler = self._relay.end
        for event in events_to_report:
            if event == 'start-ns':
                if hasattr(self.target, 'start_ns'):
                    parser.StartNamespaceDeclHandler = lambda prefix, uri: append(
                        ('start-ns', self._start_ns(prefix, uri)))
                else:
                    parser.StartNamespaceDeclHandler = lambda prefix, uri: append(
                        ('start-ns', (prefix or '', uri or '')))
            elif event == 'end-ns':
                if hasattr(self.target, 'end_ns'):
                    parser.EndNamespaceDeclHandler = lambda prefix: append(('end-ns', self._end_ns(prefix)))
                else:
                    parser.EndNamespaceDeclHandler = lambda prefix: append(('end-ns', None))
            elif event == 'comment':
                parser.CommentHandler = lambda text: append(('comment', self.target.comment(text)))
            elif event == 'pi':
                parser.ProcessingInstructionHandler = lambda target, data: append(('pi', self.target.pi(target, data)))
            elif event not in ('start', 'end'):
                raise ValueError('unknown event %r' % event)

    def _raiseerror(self, value):
        error = ParseError(value)
        error.code, error.position = value.code, (value.lineno, value.offset)
        raise error

    def _start_ns(self, prefix, uri):
        return self.target.start_ns(prefix or '', uri or '')

    def _end_ns(self, prefix):
        return self.target.end_ns(prefix or '')

    def _default(self, text):
        prefix = text[:1]
        if prefix == '&':
            self._entity(text)
        elif prefix == '<' and text == '<!DOCTYPE':
            self._doctype = []
        elif self._doctype is not None:
            self._doctype_part(prefix, text)

    def _entity(self, text):
        """An entity that no DTD declares: `entity` may know it."""
        from xml.parsers import expat
        handle = getattr(self.target, 'data', None)
        if handle is None:
            return
        if text[1:-1] in self.entity:
            handle(self.entity[text[1:-1]])
            return
        line, column = self.parser.ErrorLineNumber, self.parser.ErrorColumnNumber
        error = expat.error('undefined entity %s: line %d, column %d' % (text, line, column))
        error.code, error.lineno, error.offset = 11, line, column
        raise error

    def _doctype_part(self, prefix, text):
        if prefix == '>':
            self._doctype = None
            return
        text = text.strip()
        if not text:
            return
        self._doctype.append(text)
        count = len(self._doctype)
        if count > 2:
            kind = self._doctype[1]
            if kind == 'PUBLIC' and count == 4:
                name, kind, public, system = self._doctype
                public = public[1:-1]
            elif kind == 'SYSTEM' and count == 3:
                name, kind, system = self._doctype
                public = None
            else:
                return
            if hasattr(self.target, 'doctype'):
                self.target.doctype(name, public, system[1:-1])
            elif hasattr(self, 'doctype'):
                import warnings
                warnings.warn('The doctype() method of XMLParser is ignored.  Define doctype() method on the '
                              'TreeBuilder target.', RuntimeWarning)
            self._doctype = None

    def feed(self, data, /):
        try:
            self.parser.Parse(data, False)
        except self._error as error:
            self._raiseerror(error)

    def close(self, /):
        """What the target's close() gives."""
        try:
            self.parser.Parse(b'', True)
        except self._error as error:
            self._raiseerror(error)
        try:
            finish = getattr(self.target, 'close', None)
            return None if finish is None else finish()
        finally:
            del self.parser, self._parser, self.target, self._target, self._relay


class XMLPullParser:
    """A parser that is fed, and asked for the events so far."""

    def __init__(self, events=None, *, _parser=None):
        self._events_queue = collections.deque()
        self._parser = _parser or XMLParser(target=TreeBuilder())
        self._parser._setevents(self._events_queue, ('end',) if events is None else events)

    def feed(self, data):
        if self._parser is None:
            raise ValueError('feed() called after end of stream')
        if data:
            try:
                self._parser.feed(data)
            except SyntaxError as error:
                self._events_queue.append(error)

    def _close_and_return_root(self):
        root = self._parser.close()
        self._parser = None
        return root

    def close(self):
        self._close_and_return_root()

    def read_events(self):
        """The events so far; one that was handed out is gone."""
        while self._events_queue:
            event = self._events_queue.popleft()
            if isinstance(event, Exception):
                raise event
            yield event


class IterParseIterator:
    """The events of a file; `root` is there when all has been read."""

    def __init__(self, source, events, parser):
        self._events = self._run(source, XMLPullParser(events=events, _parser=parser))
        self.root = None

    def _run(self, source, pull):
        opened = not hasattr(source, 'read')
        file = open(source, 'rb') if opened else source
        return _events_of(weakref.ref(self), file, opened, pull)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._events)


def _events_of(iterator, file, opened, pull):
    try:
        yield None  # the file is closed even if nobody asks for an event
        while True:
            yield from pull.read_events()
            data = file.read(16 * 1024)
            if not data:
                break
            pull.feed(data)
        root = pull._close_and_return_root()
        yield from pull.read_events()
        alive = iterator()
        if alive is not None:
            alive.root = root
    finally:
        if opened:
            file.close()


def iterparse(source, events=None, parser=None):
    """Reads a file piece by piece; an iterator of (event, element)."""
    made = IterParseIterator(source, events, parser)
    next(made._events)
    return made


def XML(text, parser=None):
    """The root of a text."""
    if not parser:
        parser = XMLParser(target=TreeBuilder())
    parser.feed(text)
    return parser.close()


def XMLID(text, parser=None):
    """(root, {id: element})."""
    root = XML(text, parser)
    return root, {element.get('id'): element for element in root.iter() if element.get('id')}


def fromstringlist(sequence, parser=None):
    if not parser:
        parser = XMLParser(target=TreeBuilder())
    for text in sequence:
        parser.feed(text)
    return parser.close()


def parse(source, parser=None):
    tree = ElementTree()
    tree.parse(source, parser)
    return tree
