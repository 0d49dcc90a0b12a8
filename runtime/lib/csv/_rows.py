# Readers and writers of rows.
from ._dialects import QUOTE_ALL, QUOTE_NONE, QUOTE_NONNUMERIC, Error, settle

_limit = 131072

# What a reader is in the middle of.
(_START_RECORD, _START_FIELD, _ESCAPED, _IN_FIELD, _IN_QUOTED, _ESCAPED_IN_QUOTED, _QUOTE_IN_QUOTED, _AFTER_LINE,
 _AFTER_ESCAPED_LINE) = range(9)


def field_size_limit(new_limit=None, /):
    """How long a field may be; sets another limit where one is given."""
    global _limit
    old = _limit
    if new_limit is not None:
        if not isinstance(new_limit, int):
            raise TypeError("limit must be an integer")
        _limit = new_limit
    return old


class _Reader:
    """Rows of fields from lines of text."""

    __module__ = "_csv"

    def __init__(self, lines, dialect, keywords):
        self.dialect = settle(dialect, keywords)
        self._lines = iter(lines)
        self.line_num = 0
        self._simple = (self.dialect.escapechar is None and not self.dialect.skipinitialspace
                        and self.dialect.quoting != QUOTE_NONNUMERIC)
        self._quote = None if self.dialect.quoting == QUOTE_NONE else self.dialect.quotechar

    def __iter__(self):
        return self

    def __next__(self):
        line = self._next_line()
        quote = self._quote
        if self._simple and (quote is None or quote not in line):
            text = line.rstrip("\r\n")
            if "\r" not in text and "\n" not in text and len(text) <= _limit:
                return text.split(self.dialect.delimiter) if text else []
        row = _Row(self.dialect)
        row.read(line)
        while row.state != _START_RECORD:
            try:
                line = self._next_line()
            except StopIteration:
                if not row.field and row.state != _IN_QUOTED:
                    raise
                if self.dialect.strict:
                    raise Error("unexpected end of data") from None
                row.save()
                break
            row.read(line)
        return row.fields

    def _next_line(self):
        line = next(self._lines)
        if not isinstance(line, str):
            raise Error("iterator should return strings, not %s (the file should be opened in text mode)"
                        % type(line).__name__)
        self.line_num += 1
        return line


_Reader.__name__ = _Reader.__qualname__ = "reader"


class _Row:
    """One row, read character by character."""

    def __init__(self, dialect):
        self.dialect = dialect
        self.fields = []
        self.field = []
        self.numeric = False
        self.state = _START_RECORD

    def save(self):
        text = "".join(self.field)
        if len(text) > _limit:
            raise Error("field larger than field limit (%d)" % _limit)
        self.fields.append(float(text) if self.numeric else text)
        self.numeric = False
        self.field = []

    def _end_field(self, c):
        self.save()
        self.state = _START_RECORD if c is None else _AFTER_LINE

    def read(self, line):
        for c in line:
            self._take(c)
        self._take(None)

    def _take(self, c):
        """One character, or the end of the line (None)."""
        dialect = self.dialect
        state = self.state
        ends = c is None or c == "\n" or c == "\r"
        if state == _IN_QUOTED:
            self._take_quoted(c, dialect)
        elif state == _START_RECORD or state == _START_FIELD:
            self._take_first(c, ends, dialect, state)
        elif state == _IN_FIELD or state == _AFTER_ESCAPED_LINE:
            if state == _AFTER_ESCAPED_LINE and c is None:
                return
            if ends:
                self._end_field(c)
            elif c == dialect.escapechar:
                self.state = _ESCAPED
            elif c == dialect.delimiter:
                self.save()
                self.state = _START_FIELD
            else:
                self.field.append(c)
                self.state = _IN_FIELD
        elif state == _QUOTE_IN_QUOTED:
            self._take_after_quote(c, ends, dialect)
        elif state == _ESCAPED:
            self.field.append("\n" if c is None else c)
            self.state = _AFTER_ESCAPED_LINE if c is not None and ends else _IN_FIELD
        elif state == _ESCAPED_IN_QUOTED:
            self.field.append("\n" if c is None else c)
            self.state = _IN_QUOTED
        elif c is None:
            self.state = _START_RECORD
        elif not ends:
            raise Error("new-line character seen in unquoted field - do you need to open the file in "
                        "universal-newline mode?")

    def _take_first(self, c, ends, dialect, state):
        if ends:
            if state == _START_FIELD:
                self._end_field(c)
            elif c is not None:
                self.state = _AFTER_LINE
        elif c == dialect.quotechar and dialect.quoting != QUOTE_NONE:
            self.state = _IN_QUOTED
        elif c == dialect.escapechar:
            self.state = _ESCAPED
        elif c == " " and dialect.skipinitialspace:
            self.state = _START_FIELD
        elif c == dialect.delimiter:
            self.save()
            self.state = _START_FIELD
        else:
            self.numeric = dialect.quoting == QUOTE_NONNUMERIC
            self.field.append(c)
            self.state = _IN_FIELD

    def _take_quoted(self, c, dialect):
        if c is None:
            return
        if c == dialect.escapechar:
            self.state = _ESCAPED_IN_QUOTED
        elif c == dialect.quotechar and dialect.quoting != QUOTE_NONE:
            self.state = _QUOTE_IN_QUOTED if dialect.doublequote else _IN_FIELD
        else:
            self.field.append(c)

    def _take_after_quote(self, c, ends, dialect):
        if c is not None and c == dialect.quotechar and dialect.quoting != QUOTE_NONE:
            self.field.append(c)
            self.state = _IN_QUOTED
        elif c is not None and c == dialect.delimiter:
            self.save()
            self.state = _START_FIELD
        elif ends:
            self._end_field(c)
        elif dialect.strict:
            raise Error("'%s' expected after '%s'" % (dialect.delimiter, dialect.quotechar))
        else:
            self.field.append(c)
            self.state = _IN_FIELD


def reader(iterable, dialect="excel", **fmtparams):
    """An iterator over the rows of lines of text."""
    return _Reader(iterable, dialect, fmtparams)


class _Writer:
    """Writes rows as lines of text."""

    __module__ = "_csv"

    def __init__(self, file, dialect, keywords):
        self.dialect = settle(dialect, keywords)
        self._write = getattr(file, "write", None)
        if not callable(self._write):
            raise TypeError('argument 1 must have a "write" method')
        d = self.dialect
        self._special = {c for c in (d.delimiter, d.escapechar, d.quotechar) if c} | set(d.lineterminator)

    def writerow(self, row, /):
        try:
            fields = list(row)
        except TypeError:
            raise Error("iterable expected, not %s" % type(row).__name__) from None
        texts = [self._field(field) for field in fields]
        if len(fields) == 1 and not texts[0]:
            if self.dialect.quoting == QUOTE_NONE:
                raise Error("single empty field record must be quoted")
            texts[0] = self.dialect.quotechar * 2
        return self._write(self.dialect.delimiter.join(texts) + self.dialect.lineterminator)

    def writerows(self, rows, /):
        for row in rows:
            self.writerow(row)

    def _field(self, field):
        dialect = self.dialect
        quoted = dialect.quoting == QUOTE_ALL or dialect.quoting == QUOTE_NONNUMERIC and not _is_number(field)
        text = field if isinstance(field, str) else "" if field is None else str(field)
        if not self._special.isdisjoint(text):
            text, needs = self._escaped(text, dialect)
            quoted = quoted or needs
        return dialect.quotechar + text + dialect.quotechar if quoted else text

    def _escaped(self, text, dialect):
        pieces = []
        quoted = False
        for c in text:
            if c in self._special:
                escape = dialect.quoting == QUOTE_NONE
                if not escape and c == dialect.quotechar:
                    if dialect.doublequote:
                        pieces.append(c)
                    else:
                        escape = True
                elif not escape and c == dialect.escapechar:
                    escape = True
                if escape:
                    if dialect.escapechar is None:
                        raise Error("need to escape, but no escapechar set")
                    pieces.append(dialect.escapechar)
                else:
                    quoted = True
            pieces.append(c)
        return "".join(pieces), quoted


_Writer.__name__ = _Writer.__qualname__ = "writer"


def _is_number(value):
    if isinstance(value, (int, float, complex)):
        return True
    return hasattr(type(value), "__float__") or hasattr(type(value), "__index__")


def writer(fileobj, dialect="excel", **fmtparams):
    """What writes rows to a file."""
    return _Writer(fileobj, dialect, fmtparams)
