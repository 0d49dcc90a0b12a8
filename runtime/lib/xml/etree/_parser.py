# Reads XML into trees: the parser, the builder of trees, parsing in pieces.
import collections
import weakref

from xml.etree._element import Comment, Element, ElementTree, ProcessingInstruction


class ParseError(SyntaxError):
    """The text is no XML: `code` says why, `position` where (line, column)."""


class TreeBuilder:
    """Makes a tree of events: start, data, end."""

    def __init__(self, element_factory=None, *, comment_factory=None, pi_factory=None, insert_comments=False,
                 insert_pis=False):
        self._data, self._elem = [], []
        self._last = self._root = self._tail = None
        self._comment_factory = Comment if comment_factory is None else comment_factory
        self.insert_comments, self.insert_pis = insert_comments, insert_pis
        self._pi_factory = ProcessingInstruction if pi_factory is None else pi_factory
        self._factory = Element if element_factory is None else element_factory

    def close(self, /):
        """The root."""
        assert len(self._elem) == 0, 'missing end tags'
        assert self._root is not None, 'missing toplevel element'
        return self._root

    def _flush(self):
        if not self._data:
            return
        if self._last is not None:
            text = ''.join(self._data)
            if self._tail:
                assert self._last.tail is None, 'internal error (tail)'
                self._last.tail = text
            else:
                assert self._last.text is None, 'internal error (text)'
                self._last.text = text
        self._data = []

    def data(self, data, /):
        self._data.append(data)

    def start(self, tag, attrs, /):
        self._flush()
        self._last = element = self._factory(tag, attrs)
        if self._elem:
            self._elem[-1].append(element)
        elif self._root is None:
            self._root = element
        self._elem.append(element)
        self._tail = 0
        return element

    def end(self, tag, /):
        self._flush()
        self._last = self._elem.pop()
        assert self._last.tag == tag, 'end tag mismatch (expected %s, got %s)' % (self._last.tag, tag)
        self._tail = 1
        return self._last

    def comment(self, text, /):
        return self._handle_single(self._comment_factory, self.insert_comments, text)

    def pi(self, target, text=None, /):
        return self._handle_single(self._pi_factory, self.insert_pis, target, text)

    def _handle_single(self, factory, insert, *args):
        element = factory(*args)
        if insert:
            self._flush()
            self._last = element
            if self._elem:
                self._elem[-1].append(element)
            self._tail = 1
        return element


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
        self._error, self._names, self.entity = expat.error, {}, {}
        self.version = 'Expat %d.%d.%d' % expat.version_info
        parser.DefaultHandlerExpand = self._default
        self._connect(parser, target)
        parser.buffer_text = 1
        parser.ordered_attributes = 1
        self._doctype = None

    def _connect(self, parser, target):
        for method, attribute, handler in (('start', 'StartElementHandler', self._start),
                                           ('end', 'EndElementHandler', self._end),
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
        start, end = self._start, self._end
        for event in events_to_report:
            if event == 'start':
                parser.StartElementHandler = lambda tag, attributes: append(('start', start(tag, attributes)))
            elif event == 'end':
                parser.EndElementHandler = lambda tag: append(('end', end(tag)))
            elif event == 'start-ns':
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
            else:
                raise ValueError('unknown event %r' % event)

    def _raiseerror(self, value):
        error = ParseError(value)
        error.code, error.position = value.code, (value.lineno, value.offset)
        raise error

    def _fixname(self, key):
        name = self._names.get(key)
        if name is None:
            name = self._names[key] = '{' + key if '}' in key else key
        return name

    def _start_ns(self, prefix, uri):
        return self.target.start_ns(prefix or '', uri or '')

    def _end_ns(self, prefix):
        return self.target.end_ns(prefix or '')

    def _start(self, tag, attributes):
        fix = self._fixname
        return self.target.start(fix(tag), {fix(attributes[i]): attributes[i + 1]
                                            for i in range(0, len(attributes), 2)})

    def _end(self, tag):
        return self.target.end(self._fixname(tag))

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
            del self.parser, self._parser, self.target, self._target


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
