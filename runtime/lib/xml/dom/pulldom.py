"""Reads a document in events, each with a node; the tree below a node is made only for those that are expanded."""
import xml.dom
import xml.sax.handler
import xml.sax
from collections import deque

START_ELEMENT = "START_ELEMENT"
END_ELEMENT = "END_ELEMENT"
COMMENT = "COMMENT"
START_DOCUMENT = "START_DOCUMENT"
END_DOCUMENT = "END_DOCUMENT"
PROCESSING_INSTRUCTION = "PROCESSING_INSTRUCTION"
IGNORABLE_WHITESPACE = "IGNORABLE_WHITESPACE"
CHARACTERS = "CHARACTERS"


class PullDOM(xml.sax.ContentHandler):
    """Makes a node and an event of each call of a SAX parser."""
    _locator = None
    document = None

    def __init__(self, documentFactory=None):
        self.documentFactory = documentFactory
        self.events = deque()
        self.elementStack = []
        self.pending_events = []  # what stands before the root element, until there is a document
        self._xmlns_attrs = []
        self._ns_contexts = [{xml.dom.XML_NAMESPACE: 'xml'}]  # by the address of a namespace: its prefix
        self._current_context = self._ns_contexts[-1]

    def push(self, node):
        self.elementStack.append(node)

    def pop(self):
        return self.elementStack.pop()

    def setDocumentLocator(self, locator):
        self._locator = locator

    def startPrefixMapping(self, prefix, uri):
        self._xmlns_attrs.append((prefix or 'xmlns', uri))
        self._ns_contexts.append(self._current_context.copy())
        self._current_context[uri] = prefix or None

    def endPrefixMapping(self, prefix):
        self._current_context = self._ns_contexts.pop()

    def _qualified(self, uri, local, qname):
        """The name of an element or attribute with the prefix that its namespace has here."""
        if qname is not None:
            return qname
        prefix = self._current_context[uri] if uri else None
        return f'{prefix}:{local}' if prefix else local

    def startElementNS(self, name, tagName, attrs):
        uri, local = name
        tag = self._qualified(uri, local, tagName)
        node = self._new_element(uri or None, tag)
        for each, value in self._xmlns_attrs:
            qname = each if each == 'xmlns' else 'xmlns:' + each
            attribute = self.document.createAttributeNS(xml.dom.XMLNS_NAMESPACE, qname)
            attribute.value = value
            node.setAttributeNodeNS(attribute)
        self._xmlns_attrs = []
        for (attribute_uri, attribute_local), value in attrs.items():
            if attribute_uri:
                qname = self._qualified(attribute_uri, attribute_local, None)
                attribute = self.document.createAttributeNS(attribute_uri, qname)
                node.setAttributeNodeNS(attribute)
            else:
                attribute = self.document.createAttribute(attribute_local)
                node.setAttributeNode(attribute)
            attribute.value = value
        self.events.append((START_ELEMENT, node))
        self.push(node)

    def endElementNS(self, name, tagName):
        self.events.append((END_ELEMENT, self.pop()))

    def startElement(self, name, attrs):
        node = self._new_element(None, name, plain=True)
        for attribute_name, value in attrs.items():
            attribute = self.document.createAttribute(attribute_name)
            attribute.value = value
            node.setAttributeNode(attribute)
        self.events.append((START_ELEMENT, node))
        self.push(node)

    def endElement(self, name):
        self.events.append((END_ELEMENT, self.pop()))

    def _new_element(self, uri, tag, plain=False):
        if self.document is None:
            return self.buildDocument(uri, tag)
        return self.document.createElement(tag) if plain else self.document.createElementNS(uri, tag)

    def _add(self, kind, make, *details):
        """An event of a node that the document's method makes."""
        if self.document is None:
            self.pending_events.append((kind, make, details))
        else:
            self.events.append((kind, getattr(self.document, make)(*details)))

    def comment(self, s):
        self._add(COMMENT, 'createComment', s)

    def processingInstruction(self, target, data):
        self._add(PROCESSING_INSTRUCTION, 'createProcessingInstruction', target, data)

    def ignorableWhitespace(self, chars):
        self.events.append((IGNORABLE_WHITESPACE, self.document.createTextNode(chars)))

    def characters(self, chars):
        self.events.append((CHARACTERS, self.document.createTextNode(chars)))

    def startDocument(self):
        if self.documentFactory is None:
            import xml.dom.minidom
            self.documentFactory = xml.dom.minidom.Document.implementation

    def buildDocument(self, uri, tagname):
        """Makes the document with its root element, and the events that waited for it."""
        self.document = document = self.documentFactory.createDocument(uri, tagname, None)
        self.events.append((START_DOCUMENT, document))
        self.push(document)
        for kind, make, details in self.pending_events:
            self.events.append((kind, getattr(document, make)(*details)))
        self.pending_events = None
        return document.firstChild

    def endDocument(self):
        self.events.append((END_DOCUMENT, self.document))
        self.pop()

    def clear(self):
        self.document = None


class ErrorHandler:
    """Shows warnings, raises the rest."""

    def warning(self, exception):
        print(exception)

    def error(self, exception):
        raise exception

    def fatalError(self, exception):
        raise exception


class DOMEventStream:
    """Iterates over (event, node) of a stream, which is read as far as is needed."""

    def __init__(self, stream, parser, bufsize):
        self.stream, self.parser, self.bufsize = stream, parser, bufsize
        if not hasattr(self.parser, 'feed'):
            self.getEvent = self._slurp
        self.reset()

    def reset(self):
        self.pulldom = PullDOM()
        self.parser.setFeature(xml.sax.handler.feature_namespaces, 1)
        self.parser.setContentHandler(self.pulldom)

    def __iter__(self):
        return self

    def __next__(self):
        event = self.getEvent()
        if event:
            return event
        raise StopIteration

    def expandNode(self, node):
        """Reads on to the end of the element that has just begun, and puts its content below the node."""
        parents = [node]
        event = self.getEvent()
        while event:
            kind, current = event
            if current is node:
                return
            if kind == END_ELEMENT:
                del parents[-1]
            else:
                parents[-1].appendChild(current)
                if kind == START_ELEMENT:
                    parents.append(current)
            event = self.getEvent()

    def getEvent(self):
        """The next event, None at the end."""
        events = self.pulldom.events
        while not events:
            read = self.stream.read(self.bufsize)
            if not read:
                self.parser.close()
                return None
            self.parser.feed(read)
        return events.popleft()

    def _slurp(self):
        """The first event of a parser that reads all at once."""
        self.parser.parse(self.stream)
        self.getEvent = self._emit
        return self._emit()

    def _emit(self):
        return self.pulldom.events.popleft() if self.pulldom.events else None

    def clear(self):
        """Gives up the parser and the stream."""
        self.pulldom.clear()
        del self.pulldom
        self.parser = self.stream = None


class SAX2DOM(PullDOM):
    """Makes the whole tree too."""

    def _below(self, node):
        self.elementStack[-1].appendChild(node)

    def startElementNS(self, name, tagName, attrs):
        super().startElementNS(name, tagName, attrs)
        self.elementStack[-2].appendChild(self.elementStack[-1])

    def startElement(self, name, attrs):
        super().startElement(name, attrs)
        self.elementStack[-2].appendChild(self.elementStack[-1])

    def processingInstruction(self, target, data):
        super().processingInstruction(target, data)
        self._below(self.events[-1][1])

    def ignorableWhitespace(self, chars):
        super().ignorableWhitespace(chars)
        self._below(self.events[-1][1])

    def characters(self, chars):
        super().characters(chars)
        self._below(self.events[-1][1])


default_bufsize = 2 ** 14 - 20


def parse(stream_or_string, parser=None, bufsize=None):
    """The events of a file, given itself or by name."""
    stream = open(stream_or_string, 'rb') if isinstance(stream_or_string, str) else stream_or_string
    return DOMEventStream(stream, parser or xml.sax.make_parser(), default_bufsize if bufsize is None else bufsize)


def parseString(string, parser=None):
    """The events of a text."""
    from io import StringIO
    return DOMEventStream(StringIO(string), parser or xml.sax.make_parser(), len(string))
