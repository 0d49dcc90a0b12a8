# The nodes of minidom but documents: elements, attributes, texts and what else stands in a tree.
import xml.dom
from xml.dom import EMPTY_NAMESPACE, EMPTY_PREFIX, XMLNS_NAMESPACE
from xml.dom.minicompat import EmptyNodeList, NodeList


def _write_data(writer, data):
    if data:
        data = data.replace('&', '&amp;').replace('<', '&lt;').replace('"', '&quot;').replace('>', '&gt;')
        writer.write(data)


def split_name(name):
    prefix, colon, local = name.partition(':')
    return (prefix, local) if colon else (None, name)


class Node(xml.dom.Node):
    """Neighbours, children, and how a node is written."""

    namespaceURI = None
    parentNode = ownerDocument = nextSibling = previousSibling = None
    prefix = EMPTY_PREFIX
    childNodes = EmptyNodeList()
    attributes = nodeValue = None
    _child_types = ()

    def __bool__(self):
        return True

    def toxml(self, encoding=None, standalone=None):
        return self.toprettyxml('', '', encoding, standalone)

    def toprettyxml(self, indent='\t', newl='\n', encoding=None, standalone=None):
        import io
        if encoding is None:
            writer = io.StringIO()
        else:
            writer = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors='xmlcharrefreplace', newline='\n')
        if self.nodeType == Node.DOCUMENT_NODE:
            self.writexml(writer, '', indent, newl, encoding, standalone)
        else:
            self.writexml(writer, '', indent, newl)
        return writer.getvalue() if encoding is None else writer.detach().getvalue()

    def hasChildNodes(self):
        return bool(self.childNodes)

    @property
    def firstChild(self):
        return self.childNodes[0] if self.childNodes else None

    @property
    def lastChild(self):
        return self.childNodes[-1] if self.childNodes else None

    @property
    def localName(self):
        return None

    def _check_child(self, node):
        if node.nodeType not in self._child_types:
            raise xml.dom.HierarchyRequestErr('%s cannot be child of %s' % (repr(node), repr(self)))

    def _relink(self):
        """Tells the children their neighbours."""
        before = None
        for node in self.childNodes:
            node.parentNode, node.previousSibling, node.nextSibling = self, before, None
            if before is not None:
                before.nextSibling = node
            before = node

    def insertBefore(self, newChild, refChild):
        if newChild.nodeType == self.DOCUMENT_FRAGMENT_NODE:
            for each in tuple(newChild.childNodes):
                self.insertBefore(each, refChild)
            return newChild
        self._check_child(newChild)
        if newChild.parentNode is not None:
            newChild.parentNode.removeChild(newChild)
        if refChild is None:
            self.appendChild(newChild)
        else:
            try:
                place = self.childNodes.index(refChild)
            except ValueError:
                raise xml.dom.NotFoundErr()
            self.childNodes.insert(place, newChild)
            self._relink()
        return newChild

    def appendChild(self, node):
        if node.nodeType == self.DOCUMENT_FRAGMENT_NODE:
            for each in tuple(node.childNodes):
                self.appendChild(each)
            return node
        self._check_child(node)
        if node.parentNode is not None:
            node.parentNode.removeChild(node)
        self.append_unchecked(node)
        return node

    def append_unchecked(self, node):
        last = self.childNodes[-1] if self.childNodes else None
        self.childNodes.append(node)
        node.parentNode, node.previousSibling, node.nextSibling = self, last, None
        if last is not None:
            last.nextSibling = node

    def replaceChild(self, newChild, oldChild):
        if newChild.nodeType == self.DOCUMENT_FRAGMENT_NODE:
            after = oldChild.nextSibling
            self.removeChild(oldChild)
            return self.insertBefore(newChild, after)
        self._check_child(newChild)
        if newChild is oldChild:
            return None
        if newChild.parentNode is not None:
            newChild.parentNode.removeChild(newChild)
        try:
            place = self.childNodes.index(oldChild)
        except ValueError:
            raise xml.dom.NotFoundErr()
        self.childNodes[place] = newChild
        oldChild.parentNode = oldChild.nextSibling = oldChild.previousSibling = None
        self._relink()
        return oldChild

    def removeChild(self, oldChild):
        try:
            self.childNodes.remove(oldChild)
        except ValueError:
            raise xml.dom.NotFoundErr()
        oldChild.parentNode = oldChild.nextSibling = oldChild.previousSibling = None
        self._relink()
        return oldChild

    def normalize(self):
        """Joins texts that are neighbours and drops empty ones."""
        kept = []
        for child in self.childNodes:
            if child.nodeType == Node.TEXT_NODE:
                if not child.data:
                    child.parentNode = child.nextSibling = child.previousSibling = None
                    continue
                if kept and kept[-1].nodeType == Node.TEXT_NODE:
                    kept[-1].data += child.data
                    child.parentNode = child.nextSibling = child.previousSibling = None
                    continue
            elif child.nodeType == Node.ELEMENT_NODE:
                child.normalize()
            kept.append(child)
        if self.childNodes:
            self.childNodes[:] = kept
            self._relink()

    def cloneNode(self, deep):
        return clone(self, deep, self.ownerDocument or self)

    def isSupported(self, feature, version):
        return self.ownerDocument.implementation.hasFeature(feature, version)

    def isSameNode(self, other):
        return self is other

    def getInterface(self, feature):
        return self if self.isSupported(feature, None) else None

    def getUserData(self, key):
        return self.__dict__.get('_user_data', {}).get(key, (None,))[0]

    def setUserData(self, key, data, handler):
        known = self.__dict__.setdefault('_user_data', {})
        old = known.get(key, (None,))[0]
        if data is None:
            known.pop(key, None)
        else:
            known[key] = data, handler
        return old

    def unlink(self):
        """Takes the tree apart, so that no cycles are left."""
        self.parentNode = self.ownerDocument = None
        if self.childNodes:
            for child in self.childNodes:
                child.unlink()
            self.childNodes = NodeList()
        self.previousSibling = self.nextSibling = None

    def __enter__(self):
        return self

    def __exit__(self, et, ev, tb):
        self.unlink()


def clone(node, deep, document):
    """A copy of a node for a document."""
    kind = node.nodeType
    if kind == Node.ELEMENT_NODE:
        made = document.createElementNS(node.namespaceURI, node.nodeName)
        for attribute in node.attributes.values():
            made.setAttributeNS(attribute.namespaceURI, attribute.nodeName, attribute.value)
            made.getAttributeNodeNS(attribute.namespaceURI, attribute.localName).specified = attribute.specified
        if deep:
            for child in node.childNodes:
                made.appendChild(clone(child, deep, document))
    elif kind == Node.DOCUMENT_FRAGMENT_NODE:
        made = document.createDocumentFragment()
        if deep:
            for child in node.childNodes:
                made.appendChild(clone(child, deep, document))
    elif kind in (Node.TEXT_NODE, Node.CDATA_SECTION_NODE, Node.COMMENT_NODE):
        made = {Node.TEXT_NODE: document.createTextNode, Node.CDATA_SECTION_NODE: document.createCDATASection,
                Node.COMMENT_NODE: document.createComment}[kind](node.data)
    elif kind == Node.PROCESSING_INSTRUCTION_NODE:
        made = document.createProcessingInstruction(node.target, node.data)
    elif kind == Node.ATTRIBUTE_NODE:
        made = document.createAttributeNS(node.namespaceURI, node.nodeName)
        made.specified, made.value = True, node.value
    else:
        raise xml.dom.NotSupportedErr('Cannot clone node %s' % repr(node))
    return made


class DocumentFragment(Node):
    nodeType, nodeName = Node.DOCUMENT_FRAGMENT_NODE, '#document-fragment'
    _child_types = (1, 3, 4, 5, 7, 8, 12)

    def __init__(self):
        self.childNodes = NodeList()


class Attr(Node):
    """An attribute: a name and a value."""

    nodeType = Node.ATTRIBUTE_NODE
    attributes, specified, ownerElement, _is_id = None, False, None, False
    _child_types = (3, 5)

    def __init__(self, qName, namespaceURI=EMPTY_NAMESPACE, localName=None, prefix=None):
        self._name, self.namespaceURI, self._prefix, self._local = qName, namespaceURI, prefix, localName
        self._value = ''
        self.childNodes = NodeList()
        self.append_unchecked(Text())

    @property
    def localName(self):
        return self._local or self._name.split(':', 1)[-1]

    def _get_name(self):
        return self._name

    def _set_name(self, value):
        self._name = value

    name = nodeName = property(_get_name, _set_name)

    def _get_value(self):
        return self._value

    def _set_value(self, value):
        self._value = self.childNodes[0].data = value

    value = nodeValue = property(_get_value, _set_value)

    @property
    def prefix(self):
        return self._prefix if self._prefix is not None else split_name(self._name)[0]

    @prefix.setter
    def prefix(self, prefix):
        if prefix == 'xmlns' and self.namespaceURI and self.namespaceURI != XMLNS_NAMESPACE:
            raise xml.dom.NamespaceErr("illegal use of 'xmlns' prefix for the wrong namespace")
        self._prefix = prefix
        self._name = self.localName if prefix is None else f'{prefix}:{self.localName}'

    def unlink(self):
        if self.ownerElement is not None:
            self.ownerElement._remove_attribute(self)
        super().unlink()

    @property
    def isId(self):
        return self._is_id

    schemaType = None


class NamedNodeMap:
    """The attributes of an element, by name and by namespace."""

    def __init__(self, attrs, attrsNS, ownerElement):
        self._attrs, self._attrsNS, self._ownerElement = attrs, attrsNS, ownerElement

    def item(self, index):
        names = list(self._attrs)
        return self[names[index]] if 0 <= index < len(names) else None

    def items(self):
        return [(node.nodeName, node.value) for node in self._attrs.values()]

    def itemsNS(self):
        return [((node.namespaceURI, node.localName), node.value) for node in self._attrs.values()]

    def __contains__(self, key):
        return key in self._attrs if isinstance(key, str) else key in self._attrsNS

    def keys(self):
        return self._attrs.keys()

    def keysNS(self):
        return self._attrsNS.keys()

    def values(self):
        return self._attrs.values()

    def get(self, name, value=None):
        return self._attrs.get(name, value)

    def __len__(self):
        return len(self._attrs)

    length = property(__len__)

    def __eq__(self, other):
        return self is other or self._attrs is getattr(other, '_attrs', None)

    def __getitem__(self, attname_or_tuple):
        return (self._attrsNS if isinstance(attname_or_tuple, tuple) else self._attrs)[attname_or_tuple]

    def __setitem__(self, attname, value):
        if isinstance(value, str):
            self._ownerElement.setAttribute(attname, value)
        elif isinstance(value, Attr):
            self.setNamedItem(value)
        else:
            raise TypeError('value must be a string or Attr object')

    def __delitem__(self, attname_or_tuple):
        self._ownerElement._remove_attribute(self[attname_or_tuple])

    def getNamedItem(self, name):
        return self._attrs.get(name)

    def getNamedItemNS(self, namespaceURI, localName):
        return self._attrsNS.get((namespaceURI, localName))

    def removeNamedItem(self, name):
        node = self.getNamedItem(name)
        if node is None:
            raise xml.dom.NotFoundErr()
        self._ownerElement._remove_attribute(node)
        return node

    def removeNamedItemNS(self, namespaceURI, localName):
        node = self.getNamedItemNS(namespaceURI, localName)
        if node is None:
            raise xml.dom.NotFoundErr()
        self._ownerElement._remove_attribute(node)
        return node

    def setNamedItem(self, node):
        if not isinstance(node, Attr):
            raise xml.dom.HierarchyRequestErr('%s cannot be child of %s' % (repr(node), repr(self)))
        old = self._attrs.get(node.name)
        if old:
            self._ownerElement._remove_attribute(old)
        self._ownerElement._add_attribute(node)
        return old

    setNamedItemNS = setNamedItem


AttributeList = NamedNodeMap


class Element(Node):
    """A tag with attributes and children."""

    nodeType, nodeValue, schemaType = Node.ELEMENT_NODE, None, None
    _child_types = (1, 7, 8, 3, 4, 5)

    def __init__(self, tagName, namespaceURI=EMPTY_NAMESPACE, prefix=None, localName=None):
        self.tagName = self.nodeName = tagName
        self.prefix, self.namespaceURI, self._local = prefix, namespaceURI, localName
        self.childNodes = NodeList()
        self._attrs, self._attrsNS = {}, {}

    @property
    def localName(self):
        return self._local or self.tagName.split(':', 1)[-1]

    def _add_attribute(self, node):
        self._attrs[node.name] = self._attrsNS[node.namespaceURI, node.localName] = node
        node.ownerElement = self

    def _remove_attribute(self, node):
        self._attrs.pop(node.name, None)
        self._attrsNS.pop((node.namespaceURI, node.localName), None)
        node.ownerElement = None

    def unlink(self):
        for attribute in list(self._attrs.values()):
            attribute.unlink()
        super().unlink()

    @property
    def attributes(self):
        return NamedNodeMap(self._attrs, self._attrsNS, self)

    def getAttribute(self, attname):
        return self._attrs[attname].value if attname in self._attrs else ''

    def getAttributeNS(self, namespaceURI, localName):
        node = self._attrsNS.get((namespaceURI, localName))
        return '' if node is None else node.value

    def setAttribute(self, attname, value):
        node = self._attrs.get(attname)
        if node is None:
            node = Attr(attname)
            node.ownerDocument = self.ownerDocument
            node.value = value
            self._add_attribute(node)
        else:
            node.value = value
        node.specified = True

    def setAttributeNS(self, namespaceURI, qualifiedName, value):
        prefix, local = split_name(qualifiedName)
        node = self._attrsNS.get((namespaceURI, local))
        if node is None:
            node = Attr(qualifiedName, namespaceURI, local, prefix)
            node.ownerDocument = self.ownerDocument
            node.value = value
            self._add_attribute(node)
        else:
            node.value = value
            if node.name != qualifiedName:
                self._remove_attribute(node)
                node._name, node._prefix = qualifiedName, prefix
                self._add_attribute(node)
        node.specified = True

    def getAttributeNode(self, attrname):
        return self._attrs.get(attrname)

    def getAttributeNodeNS(self, namespaceURI, localName):
        return self._attrsNS.get((namespaceURI, localName))

    def setAttributeNode(self, attr):
        if attr.ownerElement not in (None, self):
            raise xml.dom.InuseAttributeErr('attribute node already owned')
        old = self._attrs.get(attr.name)
        same = self._attrsNS.get((attr.namespaceURI, attr.localName))
        for each in (old, same):
            if each is not None and each is not attr:
                self._remove_attribute(each)
        self._add_attribute(attr)
        found = old if old is not None else same
        return found if found is not attr else None

    setAttributeNodeNS = setAttributeNode

    def removeAttribute(self, name):
        if name not in self._attrs:
            raise xml.dom.NotFoundErr()
        self._remove_attribute(self._attrs[name])

    def removeAttributeNS(self, namespaceURI, localName):
        if (namespaceURI, localName) not in self._attrsNS:
            raise xml.dom.NotFoundErr()
        self._remove_attribute(self._attrsNS[namespaceURI, localName])

    def removeAttributeNode(self, node):
        if node is None or self._attrs.get(node.name) is not node:
            raise xml.dom.NotFoundErr()
        self._remove_attribute(node)
        return node

    removeAttributeNodeNS = removeAttributeNode

    def hasAttribute(self, name):
        return name in self._attrs

    def hasAttributeNS(self, namespaceURI, localName):
        return (namespaceURI, localName) in self._attrsNS

    def hasAttributes(self):
        return bool(self._attrs)

    def getElementsByTagName(self, name):
        return elements_below(self, lambda node: name in ('*', node.tagName))

    def getElementsByTagNameNS(self, namespaceURI, localName):
        return elements_below(self, lambda node: localName in ('*', node.localName)
                              and namespaceURI in ('*', node.namespaceURI))

    def _set_is_id(self, node):
        if node is None:
            raise xml.dom.NotFoundErr()
        node._is_id = True

    def setIdAttribute(self, name):
        self._set_is_id(self.getAttributeNode(name))

    def setIdAttributeNS(self, namespaceURI, localName):
        self._set_is_id(self.getAttributeNodeNS(namespaceURI, localName))

    def setIdAttributeNode(self, idAttr):
        if idAttr is None or not self.isSameNode(idAttr.ownerElement):
            raise xml.dom.NotFoundErr()
        self._set_is_id(idAttr)

    def __repr__(self):
        return '<DOM Element: %s at %#x>' % (self.tagName, id(self))

    def writexml(self, writer, indent='', addindent='', newl=''):
        writer.write(indent + '<' + self.tagName)
        for name, attribute in self._attrs.items():
            writer.write(' %s="' % name)
            _write_data(writer, attribute.value)
            writer.write('"')
        if not self.childNodes:
            writer.write('/>%s' % newl)
            return
        writer.write('>')
        if len(self.childNodes) == 1 and self.childNodes[0].nodeType in (Node.TEXT_NODE, Node.CDATA_SECTION_NODE):
            self.childNodes[0].writexml(writer, '', '', '')
        else:
            writer.write(newl)
            for node in self.childNodes:
                node.writexml(writer, indent + addindent, addindent, newl)
            writer.write(indent)
        writer.write('</%s>%s' % (self.tagName, newl))


def elements_below(node, wanted):
    """The elements below a node, in the order of the text."""
    found = NodeList()
    waiting = list(reversed(node.childNodes))
    while waiting:
        each = waiting.pop()
        if each.nodeType == Node.ELEMENT_NODE:
            if wanted(each):
                found.append(each)
            waiting.extend(reversed(each.childNodes))
    return found


class Childless:
    """What can have no children."""

    attributes, childNodes = None, EmptyNodeList()
    firstChild = lastChild = None

    def appendChild(self, node):
        raise xml.dom.HierarchyRequestErr(self.nodeName + ' nodes cannot have children')

    def hasChildNodes(self):
        return False

    def insertBefore(self, newChild, refChild):
        raise xml.dom.HierarchyRequestErr(self.nodeName + ' nodes do not have children')

    def removeChild(self, oldChild):
        raise xml.dom.NotFoundErr(self.nodeName + ' nodes do not have children')

    def normalize(self):
        pass

    def replaceChild(self, newChild, oldChild):
        raise xml.dom.HierarchyRequestErr(self.nodeName + ' nodes do not have children')


class ProcessingInstruction(Childless, Node):
    nodeType = Node.PROCESSING_INSTRUCTION_NODE

    def __init__(self, target, data):
        self.target, self.data = target, data

    nodeValue = property(lambda self: self.data, lambda self, value: setattr(self, 'data', value))
    nodeName = property(lambda self: self.target, lambda self, value: setattr(self, 'target', value))

    def writexml(self, writer, indent='', addindent='', newl=''):
        writer.write('%s<?%s %s?>%s' % (indent, self.target, self.data, newl))


class CharacterData(Childless, Node):
    """A text of some kind."""

    def __init__(self):
        self.ownerDocument = self.parentNode = self.previousSibling = self.nextSibling = None
        self._data = ''

    def __len__(self):
        return len(self._data)

    length = property(__len__)
    data = nodeValue = property(lambda self: self._data, lambda self, data: setattr(self, '_data', data))

    def __repr__(self):
        dots = '...' if len(self.data) > 10 else ''
        return '<DOM %s node "%r%s">' % (self.__class__.__name__, self.data[:10], dots)

    def _check(self, offset, count=0):
        if offset < 0:
            raise xml.dom.IndexSizeErr('offset cannot be negative')
        if offset >= len(self.data):
            raise xml.dom.IndexSizeErr('offset cannot be beyond end of data')
        if count < 0:
            raise xml.dom.IndexSizeErr('count cannot be negative')

    def substringData(self, offset, count):
        self._check(offset, count)
        return self.data[offset:offset + count]

    def appendData(self, arg):
        self.data = self.data + arg

    def insertData(self, offset, arg):
        self._check(offset)
        if arg:
            self.data = self.data[:offset] + arg + self.data[offset:]

    def deleteData(self, offset, count):
        self._check(offset, count)
        if count:
            self.data = self.data[:offset] + self.data[offset + count:]

    def replaceData(self, offset, count, arg):
        self._check(offset, count)
        if count:
            self.data = self.data[:offset] + arg + self.data[offset + count:]


class Text(CharacterData):
    nodeType, nodeName, attributes = Node.TEXT_NODE, '#text', None

    def splitText(self, offset):
        """Parts the text; the node behind has the rest."""
        if offset < 0 or offset > len(self.data):
            raise xml.dom.IndexSizeErr('illegal offset value')
        made = self.__class__()
        made.data, made.ownerDocument = self.data[offset:], self.ownerDocument
        if self.parentNode is not None:
            self.parentNode.insertBefore(made, self.nextSibling)
        self.data = self.data[:offset]
        return made

    def writexml(self, writer, indent='', addindent='', newl=''):
        _write_data(writer, '%s%s%s' % (indent, self.data, newl))

    @property
    def wholeText(self):
        parts, node = [self.data], self.previousSibling
        while node is not None and node.nodeType in (Node.TEXT_NODE, Node.CDATA_SECTION_NODE):
            parts.insert(0, node.data)
            node = node.previousSibling
        node = self.nextSibling
        while node is not None and node.nodeType in (Node.TEXT_NODE, Node.CDATA_SECTION_NODE):
            parts.append(node.data)
            node = node.nextSibling
        return ''.join(parts)

    def replaceWholeText(self, content):
        parent = self.parentNode
        for step in ('previousSibling', 'nextSibling'):
            node = getattr(self, step)
            while node is not None and node.nodeType in (Node.TEXT_NODE, Node.CDATA_SECTION_NODE):
                following = getattr(node, step)
                parent.removeChild(node)
                node = following
        if content:
            self.data = content
            return self
        if parent is not None:
            parent.removeChild(self)
        return None

    @property
    def isWhitespaceInElementContent(self):
        return False


class Comment(CharacterData):
    nodeType, nodeName = Node.COMMENT_NODE, '#comment'

    def __init__(self, data):
        CharacterData.__init__(self)
        self._data = data

    def writexml(self, writer, indent='', addindent='', newl=''):
        if '--' in self.data:
            raise ValueError("'--' is not allowed in a comment node")
        writer.write('%s<!--%s-->%s' % (indent, self.data, newl))


class CDATASection(Text):
    nodeType, nodeName = Node.CDATA_SECTION_NODE, '#cdata-section'

    def writexml(self, writer, indent='', addindent='', newl=''):
        if ']]>' in self.data:
            raise ValueError("']]>' not allowed in a CDATA section")
        writer.write('<![CDATA[%s]]>' % self.data)
