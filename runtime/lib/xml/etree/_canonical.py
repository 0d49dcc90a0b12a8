# The canonical form of XML (C14N 2.0).
import io

from xml.etree._parser import XMLParser, parse
from xml.etree._write import _replaced

_XML = 'http://www.w3.org/XML/1998/namespace'


def canonicalize(xml_data=None, *, out=None, from_file=None, **options):
    """The canonical form of a text or a file, as text or written to `out`."""
    if xml_data is None and from_file is None:
        raise ValueError("Either 'xml_data' or 'from_file' must be provided as input")
    collected = io.StringIO() if out is None else None
    parser = XMLParser(target=C14NWriterTarget((out or collected).write, **options))
    if xml_data is not None:
        parser.feed(xml_data)
        parser.close()
    elif from_file is not None:
        parse(from_file, parser=parser)
    return None if collected is None else collected.getvalue()


def _escape_cdata_c14n(text):
    return _replaced(text, (('&', '&amp;'), ('<', '&lt;'), ('>', '&gt;'), ('\r', '&#xD;')))


def _escape_attrib_c14n(text):
    return _replaced(text, (('&', '&amp;'), ('<', '&lt;'), ('"', '&quot;'), ('\t', '&#x9;'), ('\n', '&#xA;'),
                            ('\r', '&#xD;')))


def _looks_like_prefix_name(text):
    prefix, colon, name = text.partition(':')
    return colon and prefix.isidentifier() and name.replace('-', '_').replace('.', '_').isidentifier()


class C14NWriterTarget:
    """The target of a parser that writes what it is told in the canonical form."""

    def __init__(self, write, *, with_comments=False, strip_text=False, rewrite_prefixes=False,
                 qname_aware_tags=None, qname_aware_attrs=None, exclude_attrs=None, exclude_tags=None):
        self._write, self._data = write, []
        self._with_comments, self._strip_text = with_comments, strip_text
        self._exclude_attrs = set(exclude_attrs) if exclude_attrs else None
        self._exclude_tags = set(exclude_tags) if exclude_tags else None
        self._rewrite_prefixes = rewrite_prefixes
        self._qname_aware_tags = set(qname_aware_tags) if qname_aware_tags else None
        self._qname_aware_attrs = set(qname_aware_attrs) if qname_aware_attrs else None
        self._declared_ns_stack = [[(_XML, 'xml')]]  # what has been written, a level for each element
        self._ns_stack = [[], []]                    # what the text declares
        self._prefix_map = {}
        self._preserve_space = [False]
        self._pending_start = None
        self._root_seen = self._root_done = False
        self._ignored_depth = 0

    def _namespaces(self, stack):
        for level in reversed(stack):
            yield from level

    def _resolve_prefix_name(self, prefixed_name):
        prefix, name = prefixed_name.split(':', 1)
        for uri, known in self._namespaces(self._ns_stack):
            if known == prefix:
                return f'{{{uri}}}{name}'
        raise ValueError(f'Prefix {prefix} of QName "{prefixed_name}" is not declared in scope')

    def _declared_prefix(self, uri, none_is_none):
        """The prefix that has been written for a namespace, if nothing has hidden it since."""
        seen = set()
        for known, prefix in self._namespaces(self._declared_ns_stack):
            if prefix not in seen:
                if known == uri:
                    return prefix
                seen.add(prefix)
        return '' if none_is_none and not uri and '' not in seen else None

    def _qname(self, qname, uri=None):
        """(name as it is written, local name, namespace); a namespace that is new is declared."""
        if uri is None:
            uri, tag = qname[1:].rsplit('}', 1) if qname[:1] == '{' else ('', qname)
        else:
            tag = qname
        prefix = self._declared_prefix(uri, not self._rewrite_prefixes)
        if prefix is not None:
            return (f'{prefix}:{tag}' if prefix else tag), tag, uri
        if self._rewrite_prefixes:
            prefix = self._prefix_map.setdefault(uri, f'n{len(self._prefix_map)}')
            self._declared_ns_stack[-1].append((uri, prefix))
            return f'{prefix}:{tag}', tag, uri
        for known, prefix in self._namespaces(self._ns_stack):
            if known == uri:
                self._declared_ns_stack[-1].append((uri, prefix))
                return (f'{prefix}:{tag}' if prefix else tag), tag, uri
        if not uri:
            return tag, tag, uri
        raise ValueError(f'Namespace "{uri}" is not declared in scope')

    def data(self, data):
        if not self._ignored_depth:
            self._data.append(data)

    def _flush(self):
        data = ''.join(self._data)
        self._data.clear()
        if self._strip_text and not self._preserve_space[-1]:
            data = data.strip()
        if self._pending_start is not None:
            arguments, self._pending_start = self._pending_start, None
            qname_text = data if data and _looks_like_prefix_name(data) else None
            self._start(*arguments, qname_text)
            if qname_text is not None:
                return
        if data and self._root_seen:
            self._write(_escape_cdata_c14n(data))

    def start_ns(self, prefix, uri):
        if self._ignored_depth:
            return
        if self._data:
            self._flush()
        self._ns_stack[-1].append((uri, prefix or ''))

    def start(self, tag, attrs):
        if self._exclude_tags is not None and (self._ignored_depth or tag in self._exclude_tags):
            self._ignored_depth += 1
            return
        if self._data:
            self._flush()
        new_namespaces = []
        self._declared_ns_stack.append(new_namespaces)
        if self._qname_aware_tags is not None and tag in self._qname_aware_tags:
            self._pending_start = tag, attrs, new_namespaces  # its text may name a prefix too
            return
        self._start(tag, attrs, new_namespaces)

    def _start(self, tag, attrs, new_namespaces, qname_text=None):
        if self._exclude_attrs is not None and attrs:
            attrs = {key: value for key, value in attrs.items() if key not in self._exclude_attrs}
        qnames, resolved = {tag, *attrs}, {}
        if qname_text is not None:
            resolved[qname_text] = self._resolve_prefix_name(qname_text)
            qnames.add(resolved[qname_text])
        qattrs = ()
        if self._qname_aware_attrs is not None and attrs:
            qattrs = self._qname_aware_attrs.intersection(attrs)
            for name in qattrs:
                value = attrs[name]
                if _looks_like_prefix_name(value):
                    resolved[value] = self._resolve_prefix_name(value)
                    qnames.add(resolved[value])
        parsed = {name: self._qname(name) for name in sorted(qnames, key=lambda name: name.split('}', 1))}
        declared = sorted([('xmlns:' + prefix if prefix else 'xmlns', uri) for uri, prefix in new_namespaces])
        written = []
        for name, value in sorted(attrs.items(), key=lambda item: (parsed[item[0]][2], parsed[item[0]][1])):
            if name in qattrs and value in resolved:
                value = parsed[resolved[value]][0]
            full, _, uri = parsed[name]
            written.append((full if uri else parsed[name][1], value))
        space = attrs.get('{%s}space' % _XML)
        self._preserve_space.append(space == 'preserve' if space else self._preserve_space[-1])
        self._write('<' + parsed[tag][0])
        self._write(''.join([f' {name}="{_escape_attrib_c14n(value)}"' for name, value in declared + written]))
        self._write('>')
        if qname_text is not None:
            self._write(_escape_cdata_c14n(parsed[resolved[qname_text]][0]))
        self._root_seen = True
        self._ns_stack.append([])

    def end(self, tag):
        if self._ignored_depth:
            self._ignored_depth -= 1
            return
        if self._data or self._pending_start is not None:
            self._flush()
        self._write(f'</{self._qname(tag)[0]}>')
        self._preserve_space.pop()
        self._root_done = len(self._preserve_space) == 1
        self._declared_ns_stack.pop()
        self._ns_stack.pop()

    def _outside(self, text):
        if self._root_done:
            self._write('\n')
        elif self._root_seen and self._data:
            self._flush()
        self._write(text)
        if not self._root_seen:
            self._write('\n')

    def comment(self, text):
        if self._with_comments and not self._ignored_depth:
            self._outside(f'<!--{_escape_cdata_c14n(text)}-->')

    def pi(self, target, data):
        if not self._ignored_depth:
            self._outside(f'<?{target} {_escape_cdata_c14n(data)}?>' if data else f'<?{target}?>')
