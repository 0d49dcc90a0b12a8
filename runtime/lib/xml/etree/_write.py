# Writes trees of elements as XML, HTML or text.
import contextlib
import io
import re

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


def _escape_cdata(text):
    return _replaced(text, (('&', '&amp;'), ('<', '&lt;'), ('>', '&gt;')))


def _escape_attrib(text):
    return _replaced(text, (('&', '&amp;'), ('<', '&lt;'), ('>', '&gt;'), ('"', '&quot;'), ('\r', '&#13;'),
                            ('\n', '&#10;'), ('\t', '&#09;')))


def _escape_attrib_html(text):
    return _replaced(text, (('&', '&amp;'), ('>', '&gt;'), ('"', '&quot;')))


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


class _Names:
    """The names of a document as they are written: `prefix:name`, and the namespaces that are needed for that."""

    def __init__(self, root, default_namespace):
        self.names, self.namespaces = {None: None}, {}
        self.default = default_namespace
        if default_namespace:
            self.namespaces[default_namespace] = ''
        for element in root.iter():
            self._add_element(element)

    def _add_element(self, element):
        tag = element.tag
        if isinstance(tag, QName):
            self._add(tag.text)
        elif isinstance(tag, str):
            self._add(tag)
        elif tag is not None and tag is not Comment and tag is not ProcessingInstruction:
            _raise_serialization_error(tag)
        for key, value in element.items():
            self._add(key.text if isinstance(key, QName) else key)
            if isinstance(value, QName):
                self._add(value.text)
        if isinstance(element.text, QName):
            self._add(element.text.text)

    def _add(self, name):
        if name in self.names:
            return
        try:
            if name[:1] == '{':
                uri, tag = name[1:].rsplit('}', 1)
                prefix = self.namespaces.get(uri)
                if prefix is None:
                    prefix = _namespace_map.get(uri)
                    if prefix is None:
                        prefix = 'ns%d' % len(self.namespaces)
                    if prefix != 'xml':
                        self.namespaces[uri] = prefix
                self.names[name] = f'{prefix}:{tag}' if prefix else tag
            elif self.default:
                raise ValueError('cannot use non-qualified names with default_namespace option')
            else:
                self.names[name] = name
        except TypeError:
            _raise_serialization_error(name)

    def __getitem__(self, name):
        return self.names[name.text if isinstance(name, QName) else name]


def _write_attributes(write, element, names, namespaces, escape):
    if namespaces:
        for uri, prefix in sorted(namespaces.items(), key=lambda item: item[1]):
            write(f' xmlns{":" + prefix if prefix else ""}="{_escape_attrib(uri)}"')

    for key, value in element.items():
        text = names[value] if isinstance(value, QName) else escape(value)
        write(f' {names[key]}="{text}"')


def _write_xml(write, element, names, namespaces, short):
    tag, text = element.tag, element.text
    if tag is Comment:
        write('<!--%s-->' % text)
    elif tag is ProcessingInstruction:
        write('<?%s?>' % text)
    else:
        name = names[tag]
        if name is None:
            if text:
                write(_escape_cdata(text))
            for child in element:
                _write_xml(write, child, names, None, short)
        else:
            write('<' + name)
            _write_attributes(write, element, names, namespaces, _escape_attrib)
            if text or len(element) or not short:
                write('>')
                if text:
                    write(names[text] if isinstance(text, QName) else _escape_cdata(text))
                for child in element:
                    _write_xml(write, child, names, None, short)
                write(f'</{name}>')
            else:
                write(' />')
    if element.tail:
        write(_escape_cdata(element.tail))


def _write_html(write, element, names, namespaces):
    tag, text = element.tag, element.text
    if tag is Comment:
        write('<!--%s-->' % _escape_cdata(text))
    elif tag is ProcessingInstruction:
        write('<?%s?>' % _escape_cdata(text))
    else:
        name = names[tag]
        if name is None:
            if text:
                write(_escape_cdata(text))
            for child in element:
                _write_html(write, child, names, None)
        else:
            write('<' + name)
            _write_attributes(write, element, names, namespaces, _escape_attrib_html)
            write('>')
            lowered = name.lower()
            if text:
                write(text if lowered in ('script', 'style') else _escape_cdata(text))
            for child in element:
                _write_html(write, child, names, None)
            if lowered not in HTML_EMPTY:
                write(f'</{name}>')
    if element.tail:
        write(_escape_cdata(element.tail))


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
        names = _Names(root, default_namespace)
        if method == 'html':
            _write_html(write, root, names, names.namespaces)
        else:
            _write_xml(write, root, names, names.namespaces, short_empty_elements)
