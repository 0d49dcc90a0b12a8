# The headers of a request or a response, as http.client and http.server hand them out.
import re

_PARAMETER = re.compile(r';\s*([^\s=;]+)\s*(?:=\s*("(?:[^"\\]|\\.)*"|[^;]*))?')
_HEADER_LINE = re.compile(r'([^\x00-\x20\x7f:]+)[ \t]*:(.*)', re.DOTALL)


def _unquote(text):
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] == '"':
        return re.sub(r'\\(.)', r'\1', text[1:-1])
    return text


class HTTPMessage:
    """A mapping of headers: names in any case, several of one name, in the order in which they came."""

    def __init__(self):
        self._headers = []
        self._default_type = 'text/plain'

    def __len__(self):
        return len(self._headers)

    def __getitem__(self, name):
        return self.get(name)

    def __setitem__(self, name, value):
        self._headers.append((name, value))

    def __delitem__(self, name):
        name = name.lower()
        self._headers = [(k, v) for k, v in self._headers if k.lower() != name]

    def __contains__(self, name):
        return name.lower() in [k.lower() for k, v in self._headers]

    def __iter__(self):
        for name, _ in self._headers:
            yield name

    def keys(self):
        return [name for name, _ in self._headers]

    def values(self):
        return [value for _, value in self._headers]

    def items(self):
        return list(self._headers)

    def get(self, name, failobj=None):
        name = name.lower()
        for key, value in self._headers:
            if key.lower() == name:
                return value
        return failobj

    def get_all(self, name, failobj=None):
        name = name.lower()
        return [value for key, value in self._headers if key.lower() == name] or failobj

    def getallmatchingheaders(self, name):
        """The lines of all headers of that name."""
        name = name.lower()
        return [f'{key}: {value}' for key, value in self._headers if key.lower() == name]

    def add_header(self, name, value, /, **params):
        parts = [] if value is None else [value]
        for key, each in params.items():
            key = key.replace('_', '-')
            parts.append(key if each is None else f'{key}="{each}"')
        self[name] = '; '.join(parts)

    def replace_header(self, name, value):
        for index, (key, _) in enumerate(self._headers):
            if key.lower() == name.lower():
                self._headers[index] = key, value
                return
        raise KeyError(name)

    def get_content_type(self):
        value = self.get('content-type')
        if value is None:
            return self._default_type
        kind = value.split(';')[0].strip().lower()
        return kind if kind.count('/') == 1 else 'text/plain'

    def get_content_maintype(self):
        return self.get_content_type().split('/')[0]

    def get_content_subtype(self):
        return self.get_content_type().split('/')[1]

    def get_default_type(self):
        return self._default_type

    def set_type(self, type, header='Content-Type'):
        del self[header]
        self[header] = type

    def get_params(self, failobj=None, header='content-type', unquote=True):
        value = self.get(header)
        if value is None:
            return failobj
        found = [(value.split(';')[0].strip(), '')]
        for match in _PARAMETER.finditer(value):
            text = (match[2] or '').strip()
            found.append((match[1], _unquote(text) if unquote else text))
        return found

    def get_param(self, param, failobj=None, header='content-type', unquote=True):
        for name, value in self.get_params([], header, unquote):
            if name.lower() == param.lower():
                return value
        return failobj

    def get_content_charset(self, failobj=None):
        charset = self.get_param('charset')
        return failobj if charset is None else charset.lower()

    def get_charset(self):
        return None

    def get_boundary(self, failobj=None):
        return self.get_param('boundary', failobj)

    def get_content_disposition(self):
        value = self.get('content-disposition')
        return None if value is None else value.split(';')[0].strip().lower()

    def get_filename(self, failobj=None):
        found = self.get_param('filename', None, 'content-disposition')
        return self.get_param('name', failobj) if found is None else found

    def is_multipart(self):
        return False

    def as_string(self, unixfrom=False, maxheaderlen=0):
        return ''.join(f'{name}: {value}\n' for name, value in self._headers) + '\n'

    __str__ = as_string

    def as_bytes(self, unixfrom=False):
        return self.as_string().encode('ascii', 'surrogateescape')

    __bytes__ = as_bytes


def parse_lines(lines, _class=HTTPMessage):
    """Headers of those lines (str); what is no header ends them."""
    message = _class()
    headers = []
    for line in lines:
        if line[:1] in (' ', '\t') and headers:
            headers[-1][1].append(line)
            continue
        match = _HEADER_LINE.match(line)
        if match is None:
            break
        headers.append((match[1], [match[2].lstrip(' \t')]))
    for name, parts in headers:
        message[name] = ''.join(parts).rstrip('\r\n')
    return message
