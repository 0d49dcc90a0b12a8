# Elements, what finds them, and the tree around a root.
import warnings

from xml.etree import ElementPath


class Element:
    """A tag with attributes, a text in it, a text behind it (`tail`), and elements like a list."""

    tag = attrib = text = tail = None

    def __init__(self, tag, attrib={}, **extra):
        if not isinstance(attrib, dict):
            raise TypeError(f'attrib must be dict, not {attrib.__class__.__name__}')
        self.tag, self.attrib, self._children = tag, {**attrib, **extra}, []

    def __repr__(self):
        return '<%s %r at %#x>' % (self.__class__.__name__, self.tag, id(self))

    def makeelement(self, tag, attrib, /):
        return self.__class__(tag, attrib)

    def __copy__(self):
        made = self.makeelement(self.tag, self.attrib)
        made.text, made.tail = self.text, self.tail
        made[:] = self
        return made

    def __deepcopy__(self, memo):
        import copy
        made = self.makeelement(copy.deepcopy(self.tag, memo), copy.deepcopy(self.attrib, memo))
        memo[id(self)] = made
        made.text, made.tail = copy.deepcopy(self.text, memo), copy.deepcopy(self.tail, memo)
        made[:] = [copy.deepcopy(child, memo) for child in self]
        return made

    def __len__(self):
        return len(self._children)

    def __bool__(self):
        warnings.warn("The behavior of this method will change in future versions.  Use specific 'len(elem)' or "
                      "'elem is not None' test instead.", FutureWarning, stacklevel=2)
        return len(self._children) != 0

    def __getitem__(self, index):
        return self._children[index]

    def __setitem__(self, index, element):
        if isinstance(index, slice):
            element = list(element)
            for each in element:
                self._assert_is_element(each)
        else:
            self._assert_is_element(element)
        self._children[index] = element

    def __delitem__(self, index):
        del self._children[index]

    def __getstate__(self):
        return {'tag': self.tag, '_children': self._children, 'attrib': self.attrib, 'text': self.text,
                'tail': self.tail}

    def __setstate__(self, state):
        self.__dict__.update(state)

    def _assert_is_element(self, element):
        if not isinstance(element, Element):
            raise TypeError(f'expected an Element, not {type(element).__name__}')

    def append(self, subelement, /):
        self._assert_is_element(subelement)
        self._children.append(subelement)

    def extend(self, elements, /):
        for element in elements:
            self._assert_is_element(element)
            self._children.append(element)

    def insert(self, index, subelement, /):
        self._assert_is_element(subelement)
        self._children.insert(index, subelement)

    def remove(self, subelement, /):
        self._children.remove(subelement)

    def find(self, /, path, namespaces=None):
        return ElementPath.find(self, path, namespaces)

    def findtext(self, /, path, default=None, namespaces=None):
        return ElementPath.findtext(self, path, default, namespaces)

    def findall(self, /, path, namespaces=None):
        return ElementPath.findall(self, path, namespaces)

    def iterfind(self, /, path, namespaces=None):
        return ElementPath.iterfind(self, path, namespaces)

    def clear(self, /):
        self.attrib.clear()
        self._children = []
        self.text = self.tail = None

    def get(self, /, key, default=None):
        return self.attrib.get(key, default)

    def set(self, key, value, /):
        self.attrib[key] = value

    def keys(self, /):
        return self.attrib.keys()

    def items(self, /):
        return self.attrib.items()

    def iter(self, /, tag=None):
        """This element and all below with that tag, in the order of the text."""
        if tag == '*':
            tag = None
        waiting = [iter((self,))]
        while waiting:
            element = next(waiting[-1], None)
            if element is None:
                waiting.pop()
                continue
            if tag is None or element.tag == tag:
                yield element
            waiting.append(iter(element._children))

    def itertext(self, /):
        """All texts in this element, in order."""
        tag = self.tag
        if not isinstance(tag, str) and tag is not None:
            return
        if self.text:
            yield self.text
        for element in self:
            yield from element.itertext()
            if element.tail:
                yield element.tail


def SubElement(parent, tag, attrib={}, **extra):
    """Makes an element and appends it."""
    if not isinstance(parent, Element):
        raise TypeError(f'SubElement() argument 1 must be xml.etree.ElementTree.Element, not {type(parent).__name__}')
    element = parent.makeelement(tag, {**attrib, **extra})
    parent.append(element)
    return element


def Comment(text=None):
    element = Element(Comment)
    element.text = text
    return element


def ProcessingInstruction(target, text=None):
    element = Element(ProcessingInstruction)
    element.text = f'{target} {text}' if text else target
    return element


class QName:
    """A name with its namespace: `{uri}tag`."""

    def __init__(self, text_or_uri, tag=None):
        self.text = '{%s}%s' % (text_or_uri, tag) if tag else text_or_uri

    def __str__(self):
        return self.text

    def __repr__(self):
        return f'<{self.__class__.__name__} {self.text!r}>'

    def __hash__(self):
        return hash(self.text)

    @staticmethod
    def _text(other):
        return other.text if isinstance(other, QName) else other

    def __le__(self, other):
        return self.text <= self._text(other)

    def __lt__(self, other):
        return self.text < self._text(other)

    def __ge__(self, other):
        return self.text >= self._text(other)

    def __gt__(self, other):
        return self.text > self._text(other)

    def __eq__(self, other):
        return self.text == self._text(other)


class ElementTree:
    """A document: a root, read from a file or written to one."""

    def __init__(self, element=None, file=None):
        self._root = element
        if file:
            self.parse(file)

    def getroot(self):
        return self._root

    def _setroot(self, element):
        self._root = element

    def parse(self, source, parser=None):
        """Reads the file of that name, or an open one; the root."""
        from xml.etree.ElementTree import XMLParser
        opened = not hasattr(source, 'read')
        if opened:
            source = open(source, 'rb')
        try:
            if parser is None:
                parser = XMLParser()
            while data := source.read(65536):
                parser.feed(data)
            self._root = parser.close()
            return self._root
        finally:
            if opened:
                source.close()

    def iter(self, tag=None):
        return self._root.iter(tag)

    def _relative(self, path):
        if path[:1] != '/':
            return path
        warnings.warn('This search is broken in 1.3 and earlier, and will be fixed in a future version.  If you rely '
                      f'on the current behaviour, change it to {"." + path!r}', FutureWarning, stacklevel=3)
        return '.' + path

    def find(self, path, namespaces=None):
        return self._root.find(self._relative(path), namespaces)

    def findtext(self, path, default=None, namespaces=None):
        return self._root.findtext(self._relative(path), default, namespaces)

    def findall(self, path, namespaces=None):
        return self._root.findall(self._relative(path), namespaces)

    def iterfind(self, path, namespaces=None):
        return self._root.iterfind(self._relative(path), namespaces)

    def write(self, file_or_filename, encoding=None, xml_declaration=None, default_namespace=None, method=None, *,
              short_empty_elements=True):
        """Writes the document; `encoding='unicode'` gives text."""
        from xml.etree._write import write_tree
        write_tree(self._root, file_or_filename, encoding, xml_declaration, default_namespace, method,
                   short_empty_elements)

    def write_c14n(self, file):
        return self.write(file, method='c14n')
