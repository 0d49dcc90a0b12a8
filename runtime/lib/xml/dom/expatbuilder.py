"""Makes documents of what expat finds."""
from xml.dom import EMPTY_NAMESPACE, XMLNS_NAMESPACE
from xml.dom import minidom
from xml.parsers import expat


class ExpatBuilder:
    """Builds a document, event by event. With namespaces, names come from expat as `uri name prefix`."""

    def __init__(self, options=None, namespaces=False):
        self._options, self._namespaces = options, namespaces
        self._declared, self._cdata = [], False
        self._subset = None

    def _parser(self):
        self.document = minidom.DOMImplementation().createDocument(EMPTY_NAMESPACE, None, None)
        self.curNode = self.document
        parser = expat.ParserCreate(namespace_separator=' ') if self._namespaces else expat.ParserCreate()
        if self._namespaces:
            parser.namespace_prefixes = True
            parser.StartNamespaceDeclHandler = lambda prefix, uri: self._declared.append((prefix, uri))
        parser.buffer_text = parser.ordered_attributes = parser.specified_attributes = True
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._text
        parser.CommentHandler = lambda data: self._add(self.document.createComment(data))
        parser.ProcessingInstructionHandler = lambda target, data: self._add(
            self.document.createProcessingInstruction(target, data))
        parser.StartCdataSectionHandler, parser.EndCdataSectionHandler = self._start_cdata, self._end_cdata
        parser.StartDoctypeDeclHandler, parser.EndDoctypeDeclHandler = self._start_doctype, self._end_doctype
        parser.EntityDeclHandler, parser.NotationDeclHandler = self._entity, self._notation
        parser.XmlDeclHandler = self._declaration
        parser.AttlistDeclHandler = self._attlist
        parser.ExternalEntityRefHandler = lambda *args: 1
        self._id_names, self._raw = set(), parser
        return parser

    def parseFile(self, file):
        parser = self._parser()
        while data := file.read(16 * 1024):
            parser.Parse(data, False)
        parser.Parse(b'', True)
        return self.document

    def parseString(self, string):
        self._parser().Parse(string, True)
        return self.document

    def _add(self, node):
        self.curNode.append_unchecked(node)
        node.ownerDocument = self.document
        return node

    def _declaration(self, version, encoding, standalone):
        self.document.version, self.document.encoding = version, encoding
        if standalone >= 0:
            self.document.standalone = bool(standalone)

    def _start_doctype(self, name, system, public, has_internal_subset):
        doctype = self.document.implementation.createDocumentType(name, public, system)
        doctype.ownerDocument = self.document
        self._add(doctype)
        self.document.doctype = doctype
        if has_internal_subset:
            doctype.internalSubset, self._subset = None, []
            self._raw.DefaultHandlerExpand = self._subset_text
            self._depth = 0

    def _subset_text(self, text):
        if self._subset is not None:
            if text == '[' and not self._depth:
                self._depth, self._subset = 1, []
            elif text == ']' and self._depth:
                self.document.doctype.internalSubset = ''.join(self._subset)
                self._subset = None
            elif self._depth:
                self._subset.append(text)

    def _end_doctype(self):
        if self._subset is not None:
            self.document.doctype.internalSubset = ''.join(self._subset)
            self._subset = None
        self._raw.DefaultHandlerExpand = None

    def _entity(self, name, is_parameter, value, base, system, public, notation):
        if is_parameter or self.document.doctype is None:
            return
        node = minidom.Entity(name, public, system, notation)
        if value is not None:
            node.childNodes.append(self.document.createTextNode(value))
        self.document.doctype.entities._seq.append(node)

    def _notation(self, name, base, system, public):
        self.document.doctype.notations._seq.append(minidom.Notation(name, public, system))

    def _attlist(self, element, name, kind, default, required):
        if kind == 'ID':
            self._id_names.add((element, name))

    @staticmethod
    def _parts(name):
        """(uri, local name, prefix, name as it is written)."""
        parts = name.split(' ')
        if len(parts) == 3:
            uri, local, prefix = parts
            return uri, local, prefix, f'{prefix}:{local}'
        if len(parts) == 2:
            return parts[0], parts[1], None, parts[1]
        return None, name, None, name

    def _start(self, name, attributes):
        uri, local, prefix, written = self._parts(name)
        element = minidom.Element(written, uri, prefix, local if self._namespaces else None)
        self._add(element)
        self.curNode = element
        for declared, space in self._declared:
            attribute = minidom.Attr('xmlns:' + declared if declared else 'xmlns', XMLNS_NAMESPACE,
                                     declared or 'xmlns', 'xmlns' if declared else None)
            self._attach(element, attribute, space or '')
        self._declared = []
        for place in range(0, len(attributes), 2):
            uri, local, prefix, name = self._parts(attributes[place])
            attribute = minidom.Attr(name, uri, local, prefix)
            attribute._is_id = (written, name) in self._id_names
            self._attach(element, attribute, attributes[place + 1])

    def _attach(self, element, attribute, value):
        attribute.ownerDocument, attribute.specified = self.document, True
        attribute.value = value
        element._add_attribute(attribute)

    def _end(self, name):
        self.curNode = self.curNode.parentNode

    def _text(self, data):
        last = self.curNode.lastChild
        if self._cdata:
            if self._fresh or last is None or last.nodeType != minidom.Node.CDATA_SECTION_NODE:
                self._add(self.document.createCDATASection(data))
                self._fresh = False
            else:
                last.data += data
        elif last is not None and last.nodeType == minidom.Node.TEXT_NODE:
            last.data += data
        else:
            self._add(self.document.createTextNode(data))

    def _start_cdata(self):
        self._cdata = self._fresh = True

    def _end_cdata(self):
        self._cdata = False


def parse(file, namespaces=True):
    """The document in a file, by name or open."""
    builder = ExpatBuilder(namespaces=namespaces)
    if isinstance(file, str) or hasattr(file, '__fspath__'):
        with open(file, 'rb') as opened:
            return builder.parseFile(opened)
    return builder.parseFile(file)


def parseString(string, namespaces=True):
    return ExpatBuilder(namespaces=namespaces).parseString(string)
