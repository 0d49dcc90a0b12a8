"""Messages: headers like a mapping, and what they carry, which may be a list of messages."""
import binascii
import quopri
from io import BytesIO, StringIO

from email import errors, utils
from email import charset as _charset
from email._content_of_message import Contents
from email._encoded_words import decode_b
from email._headers_of_message import Headers, format_parameter
from email._policybase import compat32

Charset = _charset.Charset

__all__ = ['Message', 'EmailMessage']

SEMISPACE = '; '


def _decode_uu(encoded):
    """What a uuencoded body holds; ValueError without a line `begin`."""
    lines = iter(encoded.splitlines())
    for line in lines:
        if line.startswith(b'begin '):
            mode, _, path = line.removeprefix(b'begin ').partition(b' ')
            try:
                int(mode, base=8)
            except ValueError:
                continue
            break
    else:
        raise ValueError('`begin` line not found')
    parts = []
    for line in lines:
        if not line:
            raise ValueError('Truncated input')
        if line.strip(b' \t\r\n\f') == b'end':
            break
        try:
            parts.append(binascii.a2b_uu(line))
        except binascii.Error:  # a line longer than its first character says
            parts.append(binascii.a2b_uu(line[:(((line[0] - 32) & 63) * 4 + 5) // 3]))
    return b''.join(parts)


class Message(Headers):
    """A message under the rules of a policy."""

    def __init__(self, policy=compat32):
        self.policy = policy
        self._headers = []
        self._unixfrom = self._payload = self._charset = None
        self.preamble = self.epilogue = None
        self.defects = []
        self._default_type = 'text/plain'

    def __str__(self):
        return self.as_string()

    def as_string(self, unixfrom=False, maxheaderlen=0, policy=None):
        from email.generator import Generator
        policy = self.policy if policy is None else policy
        file = StringIO()
        Generator(file, mangle_from_=False, maxheaderlen=maxheaderlen, policy=policy).flatten(self, unixfrom=unixfrom)
        return file.getvalue()

    def __bytes__(self):
        return self.as_bytes()

    def as_bytes(self, unixfrom=False, policy=None):
        from email.generator import BytesGenerator
        policy = self.policy if policy is None else policy
        file = BytesIO()
        BytesGenerator(file, mangle_from_=False, policy=policy).flatten(self, unixfrom=unixfrom)
        return file.getvalue()

    def is_multipart(self):
        return isinstance(self._payload, list)

    def set_unixfrom(self, unixfrom):
        self._unixfrom = unixfrom

    def get_unixfrom(self):
        return self._unixfrom

    def attach(self, payload):
        """Adds a part; the payload becomes a list."""
        if self._payload is None:
            self._payload = [payload]
            return
        try:
            self._payload.append(payload)
        except AttributeError:
            raise TypeError('Attach is not valid on a message with a non-multipart payload')

    def get_payload(self, i=None, decode=False):
        """What the message carries: the list of parts, one of them, or text; as bytes if it is to be decoded."""
        if self.is_multipart():
            if decode:
                return None
            return self._payload if i is None else self._payload[i]
        if i is not None and not isinstance(self._payload, list):
            raise TypeError(f'Expected list, got {type(self._payload)}')
        payload = self._payload
        encoding = str(self.get('content-transfer-encoding', '')).lower()
        raw = None
        if isinstance(payload, str):
            if utils._has_surrogates(payload):
                raw = payload.encode('ascii', 'surrogateescape')
                if not decode:
                    return self._text_of(raw, payload)
            elif decode:
                raw = self._bytes_of(payload)
        return self._decoded(payload, raw, encoding) if decode else payload

    def _text_of(self, raw, payload):
        try:
            return raw.decode(self.get_param('charset', 'ascii'), 'replace')
        except LookupError:
            return raw.decode('ascii', 'replace')

    @staticmethod
    def _bytes_of(payload):
        try:
            return payload.encode('ascii')
        except UnicodeError:
            return payload.encode('raw-unicode-escape')  # no text a parser makes

    def _decoded(self, payload, raw, encoding):
        if encoding == 'quoted-printable':
            return quopri.decodestring(raw)
        if encoding == 'base64':
            value, defects = decode_b(b''.join(raw.splitlines()))
            for defect in defects:
                self.policy.handle_defect(self, defect)
            return value
        if encoding in ('x-uuencode', 'uuencode', 'uue', 'x-uue'):
            try:
                return _decode_uu(raw)
            except ValueError:
                return raw
        return raw if isinstance(payload, str) else payload

    def set_payload(self, payload, charset=None):
        if hasattr(payload, 'encode'):
            if charset is None:
                self._payload = payload
                return
            if not isinstance(charset, Charset):
                charset = Charset(charset)
            payload = payload.encode(charset.output_charset, 'surrogateescape')
        self._payload = payload.decode('ascii', 'surrogateescape') if hasattr(payload, 'decode') else payload
        if charset is not None:
            self.set_charset(charset)

    def set_charset(self, charset):
        """Says the charset in the headers, and encodes the payload as it asks for."""
        if charset is None:
            self.del_param('charset')
            self._charset = None
            return
        if not isinstance(charset, Charset):
            charset = Charset(charset)
        self._charset = charset
        if 'MIME-Version' not in self:
            self.add_header('MIME-Version', '1.0')
        if 'Content-Type' not in self:
            self.add_header('Content-Type', 'text/plain', charset=charset.get_output_charset())
        else:
            self.set_param('charset', charset.get_output_charset())
        if charset != charset.get_output_charset():
            self._payload = charset.body_encode(self._payload)
        if 'Content-Transfer-Encoding' not in self:
            self._encode_with(charset)

    def _encode_with(self, charset):
        encoding = charset.get_body_encoding()
        try:
            encoding(self)
        except TypeError:
            payload = self._payload
            if payload:
                try:
                    payload = payload.encode('ascii', 'surrogateescape')
                except UnicodeError:
                    payload = payload.encode(charset.output_charset)
            self._payload = charset.body_encode(payload)
            self.add_header('Content-Transfer-Encoding', encoding)

    def get_charset(self):
        return self._charset

    def set_boundary(self, boundary):
        """Gives the Content-Type another boundary, in its place among the headers."""
        missing = object()
        params = self._get_params_preserve(missing, 'content-type')
        if params is missing:
            raise errors.HeaderParseError('No Content-Type header found')
        quoted = f'"{boundary}"'
        if any(name.lower() == 'boundary' for name, _ in params):
            params = [(name, quoted if name.lower() == 'boundary' else value) for name, value in params]
        else:
            params.append(('boundary', quoted))
        text = '; '.join([_as_it_stood(name, value) for name, value in params])
        self._headers = [self.policy.header_store_parse(name, text) if name.lower() == 'content-type' else (name, value)
                         for name, value in self._headers]

    def get_content_charset(self, failobj=None):
        missing = object()
        charset = self.get_param('charset', missing)
        if charset is missing:
            return failobj
        if isinstance(charset, tuple):
            name = charset[0] or 'us-ascii'
            try:
                charset = str(charset[2].encode('raw-unicode-escape'), name)
            except (LookupError, UnicodeError):
                charset = charset[2]
        try:
            charset.encode('us-ascii')
        except UnicodeError:
            return failobj
        return charset.lower()

    def get_charsets(self, failobj=None):
        return [part.get_content_charset(failobj) for part in self.walk()]

    from email.iterators import walk


def _as_it_stood(name, value):
    return name if value == '' else f'{name}={value}' if isinstance(value, str) else format_parameter(name, value)


class MIMEPart(Contents, Message):
    """A message whose headers are objects and whose content is set and got as what it is."""

    def __init__(self, policy=None):
        if policy is None:
            from email.policy import default
            policy = default
        super().__init__(policy)

    def as_string(self, unixfrom=False, maxheaderlen=None, policy=None):
        policy = self.policy if policy is None else policy
        if maxheaderlen is None:
            maxheaderlen = policy.max_line_length
        return super().as_string(unixfrom, maxheaderlen, policy)

    def __str__(self):
        return self.as_string(policy=self.policy.clone(utf8=True))


class EmailMessage(MIMEPart):
    """A message as it is sent: its content comes with the header MIME-Version."""

    def set_content(self, *args, **kw):
        super().set_content(*args, **kw)
        if 'MIME-Version' not in self:
            self['MIME-Version'] = '1.0'
