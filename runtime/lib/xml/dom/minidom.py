"""A small DOM: documents as trees of nodes."""
import xml.dom
from xml.dom import EMPTY_NAMESPACE, EMPTY_PREFIX, XMLNS_NAMESPACE, domreg
from xml.dom._nodes import (Attr, AttributeList, CDATASection, CharacterData, Childless, Comment, DocumentFragment,
                            Element, NamedNodeMap, Node, ProcessingInstruction, Text, _write_data, clone,
                            elements_below, split_name)
from xml.dom.minicompat import EmptyNodeList, NodeList, StringTypes, defproperty

for _each in (Attr, CDATASection, CharacterData, Childless, Comment, DocumentFragment, Element, NamedNodeMap, Node,
              ProcessingInstruction, Text):
    _each.__module__ = 'xml.dom.minidom'


class DocumentType(Childless, Node):
    """What `<!DOCTYPE` says."""

    nodeType, nodeValue = Node.DOCUMENT_TYPE_NODE, None
    name = publicId = systemId = internalSubset = None

    def __init__(self, qualifiedName):
        self.entities, self.notations = ReadOnlySequentialNamedNodeMap(), ReadOnlySequentialNamedNodeMap()
        if qualifiedName:
            self.name = split_name(qualifiedName)[1]
        self.nodeName = self.name

    def cloneNode(self, deep):
        if self.ownerDocument is not None:
            return None
        made = DocumentType(None)
        made.name = made.nodeName = self.name
        if deep:
            made.entities._seq.extend(self.entities._seq)
            made.notations._seq.extend(self.notations._seq)
        return made

    def writexml(self, writer, indent='', addindent='', newl=''):
        writer.write('<!DOCTYPE ' + self.name)
        if self.publicId:
            writer.write("%s  PUBLIC '%s'%s  '%s'" % (newl, self.publicId, newl, self.systemId))
        elif self.systemId:
            writer.write("%s  SYSTEM '%s'" % (newl, self.systemId))
        if self.internalSubset is not None:
            writer.write(' [' + self.internalSubset + ']')
        writer.write('>' + newl)


class ReadOnlySequentialNamedNodeMap:
    """Nodes in order that can be found by name."""

    def __init__(self, seq=()):
        self._seq = list(seq)

    def __len__(self):
        return len(self._seq)

    length = property(__len__)

    def getNamedItem(self, name):
        return next((node for node in self._seq if node.nodeName == name), None)

    def getNamedItemNS(self, namespaceURI, localName):
        return next((node for node in self._seq if node.namespaceURI == namespaceURI
                     and node.localName == localName), None)

    def __getitem__(self, name_or_tuple):
        node = (self.getNamedItemNS(*name_or_tuple) if isinstance(name_or_tuple, tuple)
                else self.getNamedItem(name_or_tuple))
        if node is None:
            raise KeyError(name_or_tuple)
        return node

    def item(self, index):
        return self._seq[index] if 0 <= index < len(self._seq) else None

    def _refuse(self, *args):
        raise xml.dom.NoModificationAllowedErr('NamedNodeMap instance is read-only')

    removeNamedItem = removeNamedItemNS = setNamedItem = setNamedItemNS = _refuse


class Entity(Node):
    nodeType, nodeValue, attributes = Node.ENTITY_NODE, None, None
    actualEncoding = encoding = version = None

    def __init__(self, name, publicId, systemId, notation):
        self.nodeName, self.notationName = name, notation
        self.publicId, self.systemId = publicId, systemId
        self.childNodes = NodeList()


class Notation(Childless, Node):
    nodeType, nodeValue = Node.NOTATION_NODE, None

    def __init__(self, name, publicId, systemId):
        self.nodeName, self.publicId, self.systemId = name, publicId, systemId


class DOMImplementation:
    """Makes documents."""

    _features = [('core', '1.0'), ('core', '2.0'), ('core', None), ('xml', '1.0'), ('xml', '2.0'), ('xml', None),
                 ('ls-load', '3.0'), ('ls-load', None)]

    def hasFeature(self, feature, version):
        return (feature.lower(), version or None) in self._features

    def createDocument(self, namespaceURI, qualifiedName, doctype):
        if doctype and doctype.parentNode is not None:
            raise xml.dom.WrongDocumentErr('doctype object owned by another DOM tree')
        document = self._create_document()
        if not qualifiedName and (namespaceURI is not None or doctype is not None):
            raise xml.dom.InvalidCharacterErr('Element with no name')
        if qualifiedName:
            prefix, _ = split_name(qualifiedName)
            if prefix == 'xml' and namespaceURI != xml.dom.XML_NAMESPACE:
                raise xml.dom.NamespaceErr("illegal use of 'xml' prefix")
            if prefix and not namespaceURI:
                raise xml.dom.NamespaceErr('illegal use of prefix without namespaces')
            element = document.createElementNS(namespaceURI, qualifiedName)
            if doctype:
                document.appendChild(doctype)
            document.appendChild(element)
        if doctype:
            doctype.parentNode = doctype.ownerDocument = document
        document.doctype, document.implementation = doctype, self
        return document

    def createDocumentType(self, qualifiedName, publicId, systemId):
        doctype = DocumentType(qualifiedName)
        doctype.publicId, doctype.systemId = publicId, systemId
        return doctype

    def getInterface(self, feature):
        return self if self.hasFeature(feature, None) else None

    def _create_document(self):
        return Document()


class Document(Node):
    """The root of a tree: makes nodes, finds them, writes all."""

    nodeType, nodeName, nodeValue, attributes = Node.DOCUMENT_NODE, '#document', None, None
    parentNode = previousSibling = nextSibling = None
    implementation = DOMImplementation()
    _child_types = (1, 7, 8, 10)
    actualEncoding = encoding = standalone = version = documentURI = None
    strictErrorChecking = False
    errorHandler = None

    def __init__(self):
        self.doctype, self.childNodes = None, NodeList()

    def appendChild(self, node):
        self._check_child(node)
        if node.parentNode is not None:
            node.parentNode.removeChild(node)
        if node.nodeType == Node.ELEMENT_NODE and self.documentElement:
            raise xml.dom.HierarchyRequestErr('two document elements disallowed')
        return Node.appendChild(self, node)

    @property
    def documentElement(self):
        return next((node for node in self.childNodes if node.nodeType == Node.ELEMENT_NODE), None)

    def unlink(self):
        if self.doctype is not None:
            self.doctype.unlink()
            self.doctype = None
        Node.unlink(self)

    def cloneNode(self, deep):
        if not deep:
            return None
        made = self.implementation.createDocument(None, None, None)
        made.encoding, made.standalone, made.version = self.encoding, self.standalone, self.version
        for node in self.childNodes:
            child = node.cloneNode(True) if node.nodeType == Node.DOCUMENT_TYPE_NODE else clone(node, True, made)
            if child is not None:
                made.append_unchecked(child)
                child.ownerDocument = made
        return made

    def _own(self, node):
        node.ownerDocument = self
        return node

    def createDocumentFragment(self):
        return self._own(DocumentFragment())

    def createElement(self, tagName):
        return self._own(Element(tagName))

    def createTextNode(self, data):
        if not isinstance(data, str):
            raise TypeError('node contents must be a string')
        node = self._own(Text())
        node.data = data
        return node

    def createCDATASection(self, data):
        if not isinstance(data, str):
            raise TypeError('node contents must be a string')
        node = self._own(CDATASection())
        node.data = data
        return node

    def createComment(self, data):
        return self._own(Comment(data))

    def createProcessingInstruction(self, target, data):
        return self._own(ProcessingInstruction(target, data))

    def createAttribute(self, qName):
        return self._own(Attr(qName))

    def createElementNS(self, namespaceURI, qualifiedName):
        return self._own(Element(qualifiedName, namespaceURI, split_name(qualifiedName)[0]))

    def createAttributeNS(self, namespaceURI, qualifiedName):
        prefix, local = split_name(qualifiedName)
        return self._own(Attr(qualifiedName, namespaceURI, local, prefix))

    def getElementById(self, id):
        """The element of which an attribute that is an id has that value."""
        found = elements_below(self, lambda element: any(attribute._is_id and attribute.value == id
                                                         for attribute in element._attrs.values()))
        return found[0] if found else None

    def getElementsByTagName(self, name):
        return elements_below(self, lambda node: name in ('*', node.tagName))

    def getElementsByTagNameNS(self, namespaceURI, localName):
        return elements_below(self, lambda node: localName in ('*', node.localName)
                              and namespaceURI in ('*', node.namespaceURI))

    def isSupported(self, feature, version):
        return self.implementation.hasFeature(feature, version)

    def importNode(self, node, deep):
        """A copy of a node of another document for this one."""
        if node.nodeType == Node.DOCUMENT_NODE:
            raise xml.dom.NotSupportedErr('cannot import document nodes')
        if node.nodeType == Node.DOCUMENT_TYPE_NODE:
            raise xml.dom.NotSupportedErr('cannot import document type nodes')
        return clone(node, deep, self)

    def renameNode(self, n, namespaceURI, name):
        if n.ownerDocument is not self:
            raise xml.dom.WrongDocumentErr('cannot rename nodes from other documents')
        if n.nodeType not in (Node.ELEMENT_NODE, Node.ATTRIBUTE_NODE):
            raise xml.dom.NotSupportedErr('renameNode() only applies to element and attribute nodes')
        prefix, local = split_name(name)
        if namespaceURI == EMPTY_NAMESPACE and ':' in name:
            raise xml.dom.NamespaceErr('illegal use of prefix without namespace')
        if n.nodeType == Node.ATTRIBUTE_NODE:
            owner = n.ownerElement
            if owner is not None:
                owner._remove_attribute(n)
            n._name, n.namespaceURI, n._prefix, n._local = name, namespaceURI, prefix, local
            if owner is not None:
                owner._add_attribute(n)
        else:
            n.tagName = n.nodeName = name
            n.namespaceURI, n.prefix, n._local = namespaceURI, prefix, local
        return n

    def writexml(self, writer, indent='', addindent='', newl='', encoding=None, standalone=None):
        words = []
        if encoding:
            words.append(f'encoding="{encoding}"')
        if standalone is not None:
            words.append(f'standalone="{"yes" if standalone else "no"}"')
        writer.write(f'<?xml version="1.0" {" ".join(words)}?>{newl}')
        for node in self.childNodes:
            node.writexml(writer, indent, addindent, newl)


def _builder():
    from xml.dom import expatbuilder
    return expatbuilder


def parse(file, parser=None, bufsize=None):
    """The document in a file, by name or open."""
    if parser is None and not bufsize:
        return _builder().parse(file)
    from xml.dom import pulldom
    return _whole(pulldom.parse(file, parser=parser, bufsize=bufsize))


def parseString(string, parser=None):
    if parser is None:
        return _builder().parseString(string)
    from xml.dom import pulldom
    return _whole(pulldom.parseString(string, parser=parser))


def _whole(events):
    _, root = events.getEvent()
    events.expandNode(root)
    events.clear()
    return root


def getDOMImplementation(features=None):
    if features:
        if isinstance(features, str):
            features = domreg._parse_feature_string(features)
        if not all(Document.implementation.hasFeature(feature, version) for feature, version in features):
            return None
    return Document.implementation
