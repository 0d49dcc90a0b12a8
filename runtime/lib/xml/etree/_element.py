# What is made of elements (which are C++: _elementtree): comments, instructions, the tree around a root.
import warnings

from _elementtree import Element, SubElement


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
