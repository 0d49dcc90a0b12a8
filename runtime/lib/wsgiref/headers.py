"""Headers of a response: a list of pairs that can be used like a dict, names in any case."""
import re

tspecials = re.compile(r'[ \(\)<>@,;:\\"/\[\]\?=]')


def _formatparam(param, value=None, quote=1):
    if value is None or len(value) == 0:
        return param
    if quote or tspecials.search(value):
        return '%s="%s"' % (param, value.replace("\\", "\\\\").replace('"', r'\"'))
    return "%s=%s" % (param, value)


class Headers:
    """Over the list that was given, which changes with it."""

    def __init__(self, headers=None):
        headers = [] if headers is None else headers
        if type(headers) is not list:
            raise TypeError("Headers should be a list of name/value tuples")
        self._headers = headers
        if __debug__:
            for name, value in headers:
                self._convert_string_type(name)
                self._convert_string_type(value)

    def _convert_string_type(self, value):
        if type(value) is str:
            return value
        raise AssertionError("Header names/values must be of type str (got {0})".format(repr(value)))

    def _key(self, name):
        return self._convert_string_type(name.lower())

    def __len__(self):
        return len(self._headers)

    def __setitem__(self, name, val):
        del self[name]
        self._headers.append((self._convert_string_type(name), self._convert_string_type(val)))

    def __delitem__(self, name):
        key = self._key(name)
        self._headers[:] = [pair for pair in self._headers if pair[0].lower() != key]

    def __getitem__(self, name):
        return self.get(name)

    def __contains__(self, name):
        return self.get(name) is not None

    def get_all(self, name):
        key = self._key(name)
        return [value for each, value in self._headers if each.lower() == key]

    def get(self, name, default=None):
        key = self._key(name)
        return next((value for each, value in self._headers if each.lower() == key), default)

    def keys(self):
        return [name for name, _ in self._headers]

    def values(self):
        return [value for _, value in self._headers]

    def items(self):
        return self._headers[:]

    def __repr__(self):
        return "%s(%r)" % (self.__class__.__name__, self._headers)

    def __str__(self):
        """The headers as they are sent, with the empty line after them."""
        return "\r\n".join(["%s: %s" % pair for pair in self._headers] + ["", ""])

    def __bytes__(self):
        return str(self).encode("iso-8859-1")

    def setdefault(self, name, value):
        if (found := self.get(name)) is not None:
            return found
        self._headers.append((self._convert_string_type(name), self._convert_string_type(value)))
        return value

    def add_header(self, _name, _value, **_params):
        """One more; parameters become `; name="value"`, with _ as -."""
        parts = []
        if _value is not None:
            parts.append(self._convert_string_type(_value))
        for name, value in _params.items():
            name = self._convert_string_type(name).replace("_", "-")
            parts.append(name if value is None else _formatparam(name, self._convert_string_type(value)))
        self._headers.append((self._convert_string_type(_name), "; ".join(parts)))
