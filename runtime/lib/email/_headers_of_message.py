# The part of a message that is its headers: a mapping that keeps order and repetitions, and the Content-Type in it.
import re

from email import utils

_TSPECIALS = re.compile(r'[ \(\)<>@,;:\\"/\[\]\?=]')


def split_parameter(param):
    """(what stands before the first `;`, what stands behind it), both stripped; None where there is none."""
    before, semicolon, after = str(param).partition(';')
    return (before.strip(), after.strip()) if semicolon else (before.strip(), None)


def format_parameter(param, value=None, quote=True):
    """`name=value`, quoted or encoded as the value needs."""
    if value is None or len(value) == 0:
        return param
    if isinstance(value, tuple):
        return f'{param}*={utils.encode_rfc2231(value[2], value[0], value[1])}'
    try:
        value.encode('ascii')
    except UnicodeEncodeError:
        return f"{param}*={utils.encode_rfc2231(value, 'utf-8', '')}"
    return f'{param}="{utils.quote(value)}"' if quote or _TSPECIALS.search(value) else f'{param}={value}'


def parse_parameters(text):
    """The parts between semicolons, those in quotation marks left whole; names in lower case."""
    text = ';' + str(text)
    found = []
    while text[:1] == ';':
        text = text[1:]
        end = text.find(';')
        while end > 0 and (text.count('"', 0, end) - text.count('\\"', 0, end)) % 2:
            end = text.find(';', end + 1)
        end = len(text) if end < 0 else end
        name, equals, value = text[:end].partition('=')
        found.append(f'{name.strip().lower()}={value.strip()}' if equals else name.strip())
        text = text[end:]
    return found


def unquote_value(value):
    if isinstance(value, tuple):
        return value[0], value[1], utils.unquote(value[2])
    return utils.unquote(value)


class Headers:
    """What a message does with its headers; `_headers` are pairs, `policy` says what goes in and comes out."""

    def __len__(self):
        return len(self._headers)

    def __getitem__(self, name):
        return self.get(name)

    def __setitem__(self, name, val):
        most = self.policy.header_max_count(name)
        if most:
            lowered = name.lower()
            found = sum(key.lower() == lowered for key, _ in self._headers)
            if found >= most:
                raise ValueError(f'There may be at most {most} {name} headers in a message')
        self._headers.append(self.policy.header_store_parse(name, val))

    def __delitem__(self, name):
        name = name.lower()
        self._headers = [pair for pair in self._headers if pair[0].lower() != name]

    def __contains__(self, name):
        name_lower = name.lower()
        return any(key.lower() == name_lower for key, _ in self._headers)

    def __iter__(self):
        for field, _ in self._headers:
            yield field

    def keys(self):
        return [name for name, _ in self._headers]

    def values(self):
        return [self.policy.header_fetch_parse(name, value) for name, value in self._headers]

    def items(self):
        return [(name, self.policy.header_fetch_parse(name, value)) for name, value in self._headers]

    def get(self, name, failobj=None):
        name = name.lower()
        for key, value in self._headers:
            if key.lower() == name:
                return self.policy.header_fetch_parse(key, value)
        return failobj

    def set_raw(self, name, value):
        """Stores a header as a parser has it."""
        self._headers.append((name, value))

    def raw_items(self):
        return iter(self._headers.copy())

    def get_all(self, name, failobj=None):
        name = name.lower()
        found = [self.policy.header_fetch_parse(key, value) for key, value in self._headers if key.lower() == name]
        return found or failobj

    def add_header(self, _name, _value, **_params):
        """Adds a header with parameters; `_` in their names stands for `-`."""
        parts = [] if _value is None else [_value]
        for name, value in _params.items():
            name = name.replace('_', '-')
            parts.append(name if value is None else format_parameter(name, value))
        self[_name] = '; '.join(parts)

    def replace_header(self, _name, _value):
        """Gives the first header of that name another value, in its place."""
        _name = _name.lower()
        for place, (name, _) in enumerate(self._headers):
            if name.lower() == _name:
                self._headers[place] = self.policy.header_store_parse(name, _value)
                return
        raise KeyError(_name)

    def get_content_type(self):
        missing = object()
        value = self.get('content-type', missing)
        if value is missing:
            return self.get_default_type()
        kind = split_parameter(value)[0].lower()
        return kind if kind.count('/') == 1 else 'text/plain'

    def get_content_maintype(self):
        return self.get_content_type().split('/')[0]

    def get_content_subtype(self):
        return self.get_content_type().split('/')[1]

    def get_default_type(self):
        return self._default_type

    def set_default_type(self, ctype):
        """What the message is where no header says it."""
        self._default_type = ctype

    def _get_params_preserve(self, failobj, header):
        missing = object()
        value = self.get(header, missing)
        if value is missing:
            return failobj
        params = []
        for part in parse_parameters(value):
            name, equals, text = part.partition('=')
            params.append((name.strip(), text.strip() if equals else ''))
        return utils.decode_params(params)

    def get_params(self, failobj=None, header='content-type', unquote=True):
        """[(name, value)] of a header; the first is what stands before the parameters."""
        missing = object()
        params = self._get_params_preserve(missing, header)
        if params is missing:
            return failobj
        return [(name, unquote_value(value)) for name, value in params] if unquote else params

    def get_param(self, param, failobj=None, header='content-type', unquote=True):
        if header not in self:
            return failobj
        for name, value in self._get_params_preserve(failobj, header):
            if name.lower() == param.lower():
                return unquote_value(value) if unquote else value
        return failobj

    def set_param(self, param, value, header='Content-Type', requote=True, charset=None, language='', replace=False):
        """Sets a parameter of a header, which is made if there is none."""
        if not isinstance(value, tuple) and charset:
            value = charset, language, value
        is_type = header.lower() == 'content-type'
        text = self.get(header)
        if header not in self and is_type:
            text = 'text/plain'
        if not self.get_param(param, header=header):
            added = format_parameter(param, value, requote)
            text = '; '.join([text, added]) if text else added
        else:
            parts = []
            for name, old in self.get_params(header=header, unquote=requote):
                parts.append(format_parameter(name, value if name.lower() == param.lower() else old, requote))
            text = '; '.join(parts)
        if text != self.get(header):
            if replace:
                self.replace_header(header, text)
            else:
                del self[header]
                self[header] = text

    def del_param(self, param, header='content-type', requote=True):
        if header not in self:
            return
        params = self.get_params(header=header, unquote=requote)
        parts = [format_parameter(name, value, requote) for name, value in params if name.lower() != param.lower()]
        text = '; '.join(parts)
        if text != self.get(header):
            del self[header]
            self[header] = text

    def set_type(self, type, header='Content-Type', requote=True):
        """Gives the message another type; the parameters stay."""
        if type.count('/') != 1:
            raise ValueError
        if header.lower() == 'content-type':
            del self['mime-version']
            self['MIME-Version'] = '1.0'
        if header not in self:
            self[header] = type
            return
        params = self.get_params(header=header, unquote=requote)
        del self[header]
        self[header] = type
        for name, value in params[1:]:
            self.set_param(name, value, header, requote)

    def get_filename(self, failobj=None):
        missing = object()
        filename = self.get_param('filename', missing, 'content-disposition')
        if filename is missing:
            filename = self.get_param('name', missing, 'content-type')
        return failobj if filename is missing else utils.collapse_rfc2231_value(filename).strip()

    def get_boundary(self, failobj=None):
        missing = object()
        boundary = self.get_param('boundary', missing)
        return failobj if boundary is missing else utils.collapse_rfc2231_value(boundary).rstrip()

    def get_content_disposition(self):
        value = self.get('content-disposition')
        return None if value is None else split_parameter(value)[0].lower()
