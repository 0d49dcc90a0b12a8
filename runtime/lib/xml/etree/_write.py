# Writes trees of elements to files. Their text as XML or HTML is made in C++: _elementtree.
import contextlib
import io
import re

from _elementtree import tree_text
from xml.etree._element import Comment, ProcessingInstruction, QName

HTML_EMPTY = {'area', 'base', 'basefont', 'br', 'col', 'embed', 'frame', 'hr', 'img', 'input', 'isindex', 'link',
              'meta', 'param', 'source', 'track', 'wbr'}
_namespace_map = {'http://www.w3.org/XML/1998/namespace': 'xml', 'http://www.w3.org/1999/xhtml': 'html',
                  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf', 'http://schemas.xmlsoap.org/wsdl/': 'wsdl',
                  'http://www.w3.org/2001/XMLSchema': 'xs', 'http://www.w3.org/2001/XMLSchema-instance': 'xsi',
                  'http://purl.org/dc/elements/1.1/': 'dc'}


def register_namespace(prefix, uri):
    """The prefix to write for a namespace."""
    if re.match(r'ns\d+$', prefix):
        raise ValueError('Prefix format reserved for internal use')
    for key, value in list(_namespace_map.items()):
        if key == uri or value == prefix:
            del _namespace_map[key]
    _namespace_map[uri] = prefix


register_namespace._namespace_map = _namespace_map


def _raise_serialization_error(text):
    raise TypeError('cannot serialize %r (type %s)' % (text, type(text).__name__))


def _replaced(text, pairs):
    try:
        for old, new in pairs:
            if old in text:
                text = text.replace(old, new)
        return text
    except (TypeError, AttributeError):
        _raise_serialization_error(text)


@contextlib.contextmanager
def _get_writer(file_or_filename, encoding):
    """(a function that writes text, the encoding's name) for a file or the name of one."""
    try:
        write = file_or_filename.write
    except AttributeError:
        encoding = 'utf-8' if encoding.lower() == 'unicode' else encoding
        with open(file_or_filename, 'w', encoding=encoding, errors='xmlcharrefreplace') as file:
            yield file.write, encoding
        return
    if encoding.lower() == 'unicode':
        yield write, getattr(file_or_filename, 'encoding', None) or 'utf-8'
        return
    with contextlib.ExitStack() as stack:
        if isinstance(file_or_filename, io.BufferedIOBase):
            file = file_or_filename
        elif isinstance(file_or_filename, io.RawIOBase):
            file = io.BufferedWriter(file_or_filename)
            stack.callback(file.detach)  # the file below stays open
        else:
            file = _WriteOnly(file_or_filename)
        file = io.TextIOWrapper(file, encoding=encoding, errors='xmlcharrefreplace', newline='\n')
        stack.callback(file.detach)
        yield file.write, encoding


class _WriteOnly(io.BufferedIOBase):
    """What has nothing but a method write, as a buffered file."""

    def __init__(self, file):
        self.write = file.write
        for name in ('seekable', 'tell'):  # a BOM is written only at the beginning
            if hasattr(file, name):
                setattr(self, name, getattr(file, name))

    def writable(self):
        return True


def _write_text(write, element):
    for part in element.itertext():
        write(part)
    if element.tail:
        write(element.tail)


def write_tree(root, file_or_filename, encoding, xml_declaration, default_namespace, method, short_empty_elements):
    method = method or 'xml'
    if method not in ('xml', 'html', 'text', 'c14n'):
        raise ValueError('unknown method %r' % method)
    if not encoding:
        encoding = 'utf-8' if method == 'c14n' else 'us-ascii'
    with _get_writer(file_or_filename, encoding) as (write, declared):
        if method == 'xml' and (xml_declaration or xml_declaration is None and encoding.lower() != 'unicode'
                                and declared.lower() not in ('utf-8', 'us-ascii')):
            write("<?xml version='1.0' encoding='%s'?>\n" % (declared,))
        if method == 'text':
            _write_text(write, root)
            return
        write(tree_text(root, method == 'html', short_empty_elements, default_namespace, _namespace_map, Comment,
                        ProcessingInstruction, QName))
