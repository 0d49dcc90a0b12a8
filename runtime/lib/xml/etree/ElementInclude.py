"""Replaces xi:include elements by what they name."""
import copy
from urllib.parse import urljoin

from xml.etree import ElementTree

XINCLUDE = '{http://www.w3.org/2001/XInclude}'
XINCLUDE_INCLUDE = XINCLUDE + 'include'
XINCLUDE_FALLBACK = XINCLUDE + 'fallback'
DEFAULT_MAX_INCLUSION_DEPTH = 6


class FatalIncludeError(SyntaxError):
    """Something cannot be included."""


class LimitedRecursiveIncludeError(FatalIncludeError):
    """Includes that include, too deep."""


def default_loader(href, parse, encoding=None):
    """The root of the file of that name, or its text."""
    if parse == 'xml':
        with open(href, 'rb') as file:
            return ElementTree.parse(file).getroot()
    with open(href, 'r', encoding=encoding or 'UTF-8') as file:
        return file.read()


def include(elem, loader=None, base_url=None, max_depth=DEFAULT_MAX_INCLUSION_DEPTH):
    """Replaces the includes below `elem`, in place."""
    if max_depth is None:
        max_depth = -1
    elif max_depth < 0:
        raise ValueError('expected non-negative depth or None for \'max_depth\', got %r' % max_depth)
    if hasattr(elem, 'getroot'):
        elem = elem.getroot()
    _include(elem, default_loader if loader is None else loader, base_url, max_depth, set())


def _include(elem, loader, base_url, max_depth, parents):
    place = 0
    while place < len(elem):
        child = elem[place]
        if child.tag == XINCLUDE_INCLUDE:
            href = child.get('href')
            if base_url:
                href = urljoin(base_url, href)
            kind = child.get('parse', 'xml')
            if kind == 'xml':
                _include_xml(elem, place, child, href, loader, max_depth, parents)
                place += 1
            elif kind == 'text':
                _include_text(elem, place, child, href, loader)
            else:
                raise FatalIncludeError('unknown parse type in xi:include tag (%r)' % kind)
            continue
        if child.tag == XINCLUDE_FALLBACK:
            raise FatalIncludeError('xi:fallback tag must be child of xi:include (%r)' % child.tag)
        _include(child, loader, base_url, max_depth, parents)
        place += 1


def _include_xml(elem, place, child, href, loader, max_depth, parents):
    if href in parents:
        raise FatalIncludeError('recursive include of %s' % href)
    if max_depth == 0:
        raise LimitedRecursiveIncludeError('maximum xinclude depth reached when including file %s' % href)
    node = loader(href, 'xml')
    if node is None:
        raise FatalIncludeError('cannot load %r as %r' % (href, 'xml'))
    node = copy.copy(node)
    parents.add(href)
    _include(node, loader, href, max_depth - 1, parents)
    parents.remove(href)
    if child.tail:
        node.tail = (node.tail or '') + child.tail
    elem[place] = node


def _include_text(elem, place, child, href, loader):
    text = loader(href, 'text', child.get('encoding'))
    if text is None:
        raise FatalIncludeError('cannot load %r as %r' % (href, 'text'))
    if child.tail:
        text += child.tail
    if place:
        before = elem[place - 1]
        before.tail = (before.tail or '') + text
    else:
        elem.text = (elem.text or '') + text
    del elem[place]
