"""The errors of email, and the defects that are noted in messages that break its rules."""


class MessageError(Exception):
    """What all errors of this package are."""


class MessageParseError(MessageError):
    """A text could not be read."""


class HeaderParseError(MessageParseError):
    """A header could not be read."""


class BoundaryError(MessageParseError):
    """A boundary between parts is missing."""


class MultipartConversionError(MessageError, TypeError):
    """What is no multipart was treated as one."""


class CharsetError(MessageError):
    """A charset that cannot be used."""


class HeaderWriteError(MessageError):
    """A header whose text would be read as something else."""


class MessageDefect(ValueError):
    """Something in a message that breaks the rules; `line` is where."""

    def __init__(self, line=None):
        if line is not None:
            super().__init__(line)
        self.line = line


class NoBoundaryInMultipartDefect(MessageDefect):
    """A multipart message does not name its boundary."""


class StartBoundaryNotFoundDefect(MessageDefect):
    """The boundary that was named never came."""


class CloseBoundaryNotFoundDefect(MessageDefect):
    """The boundary came, its end did not."""


class FirstHeaderLineIsContinuationDefect(MessageDefect):
    """The first header begins with a space."""


class MisplacedEnvelopeHeaderDefect(MessageDefect):
    """A line `From ` between headers."""


class MissingHeaderBodySeparatorDefect(MessageDefect):
    """A line that is no header, before the empty one."""


MalformedHeaderDefect = MissingHeaderBodySeparatorDefect


class MultipartInvariantViolationDefect(MessageDefect):
    """A multipart message without parts."""


class InvalidMultipartContentTransferEncodingDefect(MessageDefect):
    """A multipart message that is encoded as a whole."""


class UndecodableBytesDefect(MessageDefect):
    """A header with bytes that are no ASCII."""


class InvalidBase64PaddingDefect(MessageDefect):
    """A base64 text whose end is missing."""


class InvalidBase64CharactersDefect(MessageDefect):
    """A base64 text with characters that are none of it."""


class InvalidBase64LengthDefect(MessageDefect):
    """A base64 text that one character is too long for."""


class HeaderDefect(MessageDefect):
    """What the defects of headers are."""

    def __init__(self, *args, **kw):
        super().__init__(*args, **kw)


class InvalidHeaderDefect(HeaderDefect):
    """The text of a header is not valid."""


class HeaderMissingRequiredValue(HeaderDefect):
    """A header that must say something says nothing."""


class NonPrintableDefect(HeaderDefect):
    """Control characters in a header."""

    def __init__(self, non_printables):
        super().__init__(non_printables)
        self.non_printables = non_printables

    def __str__(self):
        return f'the following ASCII non-printables found in header: {self.non_printables}'


class ObsoleteHeaderDefect(HeaderDefect):
    """A header in a form that is no longer used."""


class NonASCIILocalPartDefect(HeaderDefect):
    """An address whose part before the @ is no ASCII."""


class InvalidDateDefect(HeaderDefect):
    """A header that should be a date and is none."""
