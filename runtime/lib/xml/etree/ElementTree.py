"""XML as trees of elements that behave like lists."""
import io
import sys

from xml.etree import ElementPath
from xml.etree._canonical import C14NWriterTarget, canonicalize
from xml.etree._element import Comment, Element, ElementTree, ProcessingInstruction, QName, SubElement
from xml.etree._parser import (XML, XMLID, ParseError, TreeBuilder, XMLParser, XMLPullParser, fromstringlist, iterparse,
                               parse)
from xml.etree._write import HTML_EMPTY, _namespace_map, register_namespace

__all__ = ['Comment', 'dump', 'Element', 'ElementTree', 'canonicalize', 'fromstring', 'fromstringlist', 'indent',
           'iselement', 'iterparse', 'parse', 'ParseError', 'PI', 'ProcessingInstruction', 'QName', 'SubElement',
           'tostring', 'tostringlist', 'TreeBuilder', 'VERSION', 'XML', 'XMLID', 'XMLParser', 'XMLPullParser',
           'register_namespace', 'C14NWriterTarget']

VERSION = '1.3.0'
PI = ProcessingInstruction
fromstring = XML

for _each in (C14NWriterTarget, canonicalize, Comment, ElementTree, ProcessingInstruction, QName, XML, XMLID, ParseError,
              XMLParser, XMLPullParser, fromstringlist, iterparse, parse, register_namespace):
    _each.__module__ = 'xml.etree.ElementTree'


def iselement(element):
    return hasattr(element, 'tag')


def tostring(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None,
             short_empty_elements=True):
    """The element as bytes, or as text with `encoding='unicode'`."""
    file = io.StringIO() if encoding == 'unicode' else io.BytesIO()
    ElementTree(element).write(file, encoding, xml_declaration=xml_declaration, default_namespace=default_namespace,
                               method=method, short_empty_elements=short_empty_elements)
    return file.getvalue()


class _Pieces(io.BufferedIOBase):
    """Collects what is written in a list."""

    def __init__(self, pieces):
        self.pieces = pieces

    def writable(self):
        return True

    def seekable(self):
        return True

    def write(self, piece):
        self.pieces.append(piece)
        return len(piece)

    def tell(self):
        return len(self.pieces)


def tostringlist(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None,
                 short_empty_elements=True):
    pieces = []
    ElementTree(element).write(_Pieces(pieces), encoding, xml_declaration=xml_declaration,
                               default_namespace=default_namespace, method=method,
                               short_empty_elements=short_empty_elements)
    return pieces


def dump(elem):
    """Writes an element to stdout."""
    if not isinstance(elem, ElementTree):
        elem = ElementTree(elem)
    elem.write(sys.stdout, encoding='unicode')
    tail = elem.getroot().tail
    if not tail or tail[-1] != '\n':
        sys.stdout.write('\n')


def indent(tree, space='  ', level=0):
    """Puts ends of lines and spaces between elements, so that the tree reads well."""
    if isinstance(tree, ElementTree):
        tree = tree.getroot()
    if level < 0:
        raise ValueError(f'Initial indentation level must be >= 0, got {level}')
    if len(tree):
        _indent_children(tree, ['\n' + (level + deeper) * space for deeper in range(2)], space, 0)


def _indent_children(element, margins, space, depth):
    if len(margins) <= depth + 1:
        margins.append(margins[depth] + space)
    margin = margins[depth + 1]
    if not element.text or not element.text.strip():
        element.text = margin
    for child in element:
        if len(child):
            _indent_children(child, margins, space, depth + 1)
        if not child.tail or not child.tail.strip():
            child.tail = margin
    if not child.tail.strip():
        child.tail = margins[depth]
