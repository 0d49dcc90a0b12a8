# The errors of sax.


class SAXException(Exception):
    """What all errors of sax are; one may carry another."""

    def __init__(self, msg, exception=None):
        self._msg, self._exception = msg, exception
        Exception.__init__(self, msg)

    def getMessage(self):
        return self._msg

    def getException(self):
        return self._exception

    def __str__(self):
        return self._msg

    def __getitem__(self, ix):
        raise AttributeError('__getitem__')


class SAXParseException(SAXException):
    """The text is no XML: where, the locator knew."""

    def __init__(self, msg, exception, locator):
        SAXException.__init__(self, msg, exception)
        self._locator = locator
        self._systemId = locator.getSystemId()
        self._colnum = locator.getColumnNumber()
        self._linenum = locator.getLineNumber()

    def getColumnNumber(self):
        return self._colnum

    def getLineNumber(self):
        return self._linenum

    def getPublicId(self):
        return self._locator.getPublicId()

    def getSystemId(self):
        return self._systemId

    def __str__(self):
        system = '<unknown>' if self.getSystemId() is None else self.getSystemId()
        line = '?' if self.getLineNumber() is None else self.getLineNumber()
        column = '?' if self.getColumnNumber() is None else self.getColumnNumber()
        return f'{system}:{line}:{column}: {self._msg}'


class SAXNotRecognizedException(SAXException):
    """A feature or property that is not known."""


class SAXNotSupportedException(SAXException):
    """A feature or property that cannot be set so."""


class SAXReaderNotAvailable(SAXNotSupportedException):
    """A parser that is not there."""
