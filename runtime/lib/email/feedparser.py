"""Messages read from text that comes in pieces. No text is refused: what is wrong becomes a defect of the message."""
import re

from email import errors
from email._policybase import compat32

__all__ = ['FeedParser', 'BytesFeedParser']

NLCRE_eol = re.compile(r'(\r\n|\r|\n)\Z')
NLCRE_crack = re.compile(r'(\r\n|\r|\n)')
_LINES = re.compile(r'[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z')
headerRE = re.compile(r'^(From |[\041-\071\073-\176]*:|[\t ])')
_BLANK = ('\n', '\r\n', '\r')
EMPTYSTRING, NL = '', '\n'


class _Lines:
    """The lines of a message, one after the other, and the tests for lines that end the part being read."""

    def __init__(self, text):
        self._waiting = _LINES.findall(text)[::-1]
        self._ends = []

    def push_end(self, test):
        self._ends.append(test)

    def pop_end(self):
        return self._ends.pop()

    def readline(self):
        """The next line; '' at the end of all, or where a part around this one ends."""
        if not self._waiting:
            return ''
        line = self._waiting[-1]
        for test in self._ends:
            if test(line):
                return ''
        return self._waiting.pop()

    def unreadline(self, line):
        self._waiting.append(line)

    def __iter__(self):
        while line := self.readline():
            yield line


class FeedParser:
    """Collects text by feed() and makes a message of it at close()."""

    def __init__(self, _factory=None, *, policy=compat32):
        self.policy = policy
        self._old_style_factory = False
        if _factory is None:
            if policy.message_factory is None:
                from email.message import Message
                self._factory = Message
            else:
                self._factory = policy.message_factory
        else:
            self._factory = _factory
            try:
                _factory(policy=self.policy)
            except TypeError:  # a class from before there were policies
                self._old_style_factory = True
        self._texts = []
        self._msgstack = []
        self._headersonly = False

    def _set_headersonly(self):
        self._headersonly = True

    def feed(self, data):
        self._texts.append(data)

    def close(self):
        """The message that the text is."""
        self._input = _Lines(''.join(self._texts))
        self._texts = []
        self._parse_message()
        root = self._msgstack.pop()
        if root.get_content_maintype() == 'multipart' and not root.is_multipart() and not self._headersonly:
            self.policy.handle_defect(root, errors.MultipartInvariantViolationDefect())
        return root

    def _new_message(self):
        message = self._factory() if self._old_style_factory else self._factory(policy=self.policy)
        if self._msgstack:
            parent = self._msgstack[-1]
            if parent.get_content_type() == 'multipart/digest':
                message.set_default_type('message/rfc822')
            parent.attach(message)
        self._msgstack.append(message)
        self._message = self._last = message

    def _pop_message(self):
        self._msgstack.pop()
        if self._msgstack:
            self._message = self._msgstack[-1]

    def _parse_message(self):
        """Reads one message with all in it, to where the part around it ends."""
        self._new_message()
        message = self._message
        self._read_headers()
        kind = message.get_content_maintype()
        if self._headersonly:
            message.set_payload(''.join(self._input))
        elif message.get_content_type() == 'message/delivery-status':
            self._read_delivery_status()
        elif kind == 'message':
            self._parse_message()
            self._pop_message()
        elif kind == 'multipart':
            self._read_multipart()
        else:
            message.set_payload(''.join(self._input))

    def _read_headers(self):
        lines = []
        for line in self._input:
            if not headerRE.match(line):
                if line not in _BLANK:
                    self.policy.handle_defect(self._message, errors.MissingHeaderBodySeparatorDefect())
                    self._input.unreadline(line)
                break
            lines.append(line)
        self._parse_headers(lines)

    def _parse_headers(self, lines):
        header = []
        for number, line in enumerate(lines):
            if line[0] in ' \t':
                if not header:
                    self.policy.handle_defect(self._message, errors.FirstHeaderLineIsContinuationDefect(line))
                else:
                    header.append(line)
                continue
            self._store_header(header)
            header = []
            if line.startswith('From '):
                if number == 0:
                    self._message.set_unixfrom(NLCRE_eol.sub('', line))
                elif number == len(lines) - 1:
                    self._input.unreadline(line)  # it begins the body
                    return
                else:
                    self._message.defects.append(errors.MisplacedEnvelopeHeaderDefect(line))
                continue
            if line.startswith(':'):
                self._message.defects.append(errors.InvalidHeaderDefect('Missing header name.'))
                continue
            header = [line]
        self._store_header(header)

    def _store_header(self, lines):
        if lines:
            self._message.set_raw(*self.policy.header_source_parse(lines))

    def _read_delivery_status(self):
        """Blocks of headers, each a message."""
        while True:
            self._input.push_end(_BLANK.__contains__)
            self._parse_message()
            self._pop_message()
            self._input.pop_end()
            # The empty line between two blocks, and whether there is another one behind it.
            self._input.readline()
            line = self._input.readline()
            if not line:
                return
            self._input.unreadline(line)

    def _read_multipart(self):
        message = self._message
        boundary = message.get_boundary()
        if boundary is None:
            self.policy.handle_defect(message, errors.NoBoundaryInMultipartDefect())
            message.set_payload(''.join(self._input))
            return
        if str(message.get('content-transfer-encoding', '8bit')).lower() not in ('7bit', '8bit', 'binary'):
            self.policy.handle_defect(message, errors.InvalidMultipartContentTransferEncodingDefect())
        match_boundary = re.compile(f'--{re.escape(boundary)}(?P<end>--)?(?P<ws>[ \t]*)(?P<linesep>\r\n|\r|\n)?$').match
        preamble, in_preamble, linesep, closed = [], True, '', False
        while line := self._input.readline():
            match = match_boundary(line)
            if match is None:
                assert in_preamble
                preamble.append(line)
                continue
            if match['end']:
                closed, linesep = True, match['linesep']
                break
            if in_preamble:
                self._set_preamble(preamble)
                in_preamble = False
                self._input.unreadline(line)
            else:
                self._read_part(match_boundary)
        if in_preamble:
            self.policy.handle_defect(message, errors.StartBoundaryNotFoundDefect())
            message.set_payload(''.join(preamble))
            for _ in self._input:
                pass
            message.epilogue = ''
            return
        if not closed:
            self.policy.handle_defect(message, errors.CloseBoundaryNotFoundDefect())
            return
        epilogue = ([''] if linesep else []) + list(self._input)
        if epilogue:  # an end of line belongs to the boundary above
            first = NLCRE_eol.match(epilogue[0])
            if first:
                epilogue[0] = epilogue[0][len(first[0]):]
        message.epilogue = ''.join(epilogue)

    def _set_preamble(self, lines):
        if lines:
            lines[-1] = NLCRE_eol.sub('', lines[-1])
            self._message.preamble = ''.join(lines)

    def _read_part(self, match_boundary):
        """Reads the part behind a boundary; the end of line before the next one belongs to that."""
        while line := self._input.readline():  # boundaries without a part between
            if not match_boundary(line):
                self._input.unreadline(line)
                break
        self._input.push_end(match_boundary)
        self._parse_message()
        last = self._last
        self._input.pop_end()
        self._pop_message()
        self._last = self._message
        if last.get_content_maintype() == 'multipart':
            if last.epilogue == '':
                last.epilogue = None
            elif last.epilogue is not None:
                last.epilogue = NLCRE_eol.sub('', last.epilogue)
        else:
            payload = last._payload
            if isinstance(payload, str):
                last._payload = NLCRE_eol.sub('', payload)


class BytesFeedParser(FeedParser):
    """A FeedParser that is fed bytes."""

    def feed(self, data):
        super().feed(data.decode('ascii', 'surrogateescape'))
