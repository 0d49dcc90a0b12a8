# Tables as text: readers and writers are C++ (_csv); here are rows as dicts, and Sniffer, which guesses a dialect.
import io
import re

from _csv import (QUOTE_ALL, QUOTE_MINIMAL, QUOTE_NONE, QUOTE_NONNUMERIC, Error, __doc__, __version__, field_size_limit,
                  get_dialect, list_dialects, reader, register_dialect, unregister_dialect, writer)

from ._dialects import Dialect, excel, excel_tab, unix_dialect

__all__ = ["QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "Error", "Dialect", "excel", "excel_tab",
           "field_size_limit", "reader", "writer", "register_dialect", "get_dialect", "list_dialects", "Sniffer",
           "unregister_dialect", "DictReader", "DictWriter", "unix_dialect", "__doc__", "__version__"]


class DictReader:
    """Rows as dicts whose keys are the first row, or fieldnames."""

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self._fieldnames = fieldnames
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames  # reads the first row
        row = next(self.reader)
        self.line_num = self.reader.line_num
        while row == []:
            row = next(self.reader)
        names = self.fieldnames
        made = dict(zip(names, row))
        if len(names) < len(row):
            made[self.restkey] = row[len(names):]
        elif len(names) > len(row):
            for name in names[len(row):]:
                made[name] = self.restval
        return made

    @classmethod
    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


class DictWriter:
    """Writes dicts as rows, in the order of fieldnames."""

    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self.fieldnames = fieldnames
        self.restval = restval
        extrasaction = extrasaction.lower()
        if extrasaction not in ("raise", "ignore"):
            raise ValueError("extrasaction (%s) must be 'raise' or 'ignore'" % extrasaction)
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _values(self, row):
        if self.extrasaction == "raise":
            wrong = row.keys() - self.fieldnames
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join(repr(name) for name in wrong))
        return (row.get(name, self.restval) for name in self.fieldnames)

    def writerow(self, rowdict):
        return self.writer.writerow(self._values(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows(map(self._values, rowdicts))

    __class_getitem__ = classmethod(DictReader.__class_getitem__.__func__)


class Sniffer:
    """Guesses the dialect of a sample."""

    def __init__(self):
        self.preferred = [",", "\t", ";", " ", ":"]

    def sniff(self, sample, delimiters=None):
        quotechar, doublequote, delimiter, skip = self._by_quotes(sample, delimiters)
        if not delimiter:
            delimiter, skip = self._by_counts(sample, delimiters)
        if not delimiter:
            raise Error("Could not determine delimiter")

        class dialect(Dialect):
            _name = "sniffed"
            lineterminator = "\r\n"
            quoting = QUOTE_MINIMAL
        dialect.doublequote = doublequote
        dialect.delimiter = delimiter
        dialect.quotechar = quotechar or '"'
        dialect.skipinitialspace = skip
        return dialect

    def _by_quotes(self, sample, delimiters):
        """From quoted fields: (quotechar, doublequote, delimiter, skipinitialspace)."""
        found = []
        for pattern in (r"(?P<delim>[^\w\n\"\'])(?P<space> ?)(?P<quote>[\"\']).*?(?P=quote)(?P=delim)",
                        r"(?:^|\n)(?P<quote>[\"\']).*?(?P=quote)(?P<delim>[^\w\n\"\'])(?P<space> ?)",
                        r"(?P<delim>[^\w\n\"\'])(?P<space> ?)(?P<quote>[\"\']).*?(?P=quote)(?:$|\n)",
                        r"(?:^|\n)(?P<quote>[\"\']).*?(?P=quote)(?:$|\n)"):
            expression = re.compile(pattern, re.DOTALL | re.MULTILINE)
            found = list(expression.finditer(sample))
            if found:
                break
        if not found:
            return "", False, None, 0
        quotes, marks, spaces = {}, {}, 0
        for match in found:
            groups = match.groupdict()
            quotes[groups["quote"]] = quotes.get(groups["quote"], 0) + 1
            mark = groups.get("delim")
            if mark and (delimiters is None or mark in delimiters):
                marks[mark] = marks.get(mark, 0) + 1
            if groups.get("space"):
                spaces += 1
        quote = max(quotes, key=quotes.get)
        mark, skip = "", 0
        if marks:
            mark = max(marks, key=marks.get)
            skip = marks[mark] == spaces
            if mark == "\n":
                mark = ""
        doubled = re.compile(r"((%(mark)s)|^)\W*%(quote)s[^%(mark)s\n]*%(quote)s[^%(mark)s\n]*%(quote)s\W*((%(mark)s)|$)"
                             % {"mark": re.escape(mark), "quote": quote}, re.MULTILINE)
        return quote, bool(doubled.search(sample)), mark, skip

    def _by_counts(self, sample, delimiters):
        """From how often each character stands in a line: the one that does so most evenly."""
        lines = list(filter(None, sample.split("\n")))
        characters = [chr(c) for c in range(127)]
        size = min(10, len(lines))
        counts, modes, marks = {}, {}, {}
        start, end = 0, size
        rounds = 0
        while start < len(lines):
            rounds += 1
            for line in lines[start:end]:
                for c in characters:
                    times = counts.setdefault(c, {})
                    times[line.count(c)] = times.get(line.count(c), 0) + 1
            for c, times in counts.items():
                items = list(times.items())
                if len(items) == 1 and items[0][0] == 0:
                    continue
                if len(items) > 1:
                    best = max(items, key=lambda item: item[1])
                    items.remove(best)
                    modes[c] = best[0], best[1] - sum(item[1] for item in items)
                else:
                    modes[c] = items[0]
            total = float(min(size * rounds, len(lines)))
            consistency = 1.0
            while not marks and consistency >= 0.9:
                for c, (times, lead) in modes.items():
                    if times > 0 and lead > 0 and lead / total >= consistency:
                        if delimiters is None or c in delimiters:
                            marks[c] = times, lead
                consistency -= 0.01
            if len(marks) == 1:
                mark = list(marks)[0]
                return mark, self._skips_spaces(lines[0], mark)
            start, end = end, end + size
        if not marks:
            return "", 0
        for mark in self.preferred:
            if mark in marks:
                return mark, self._skips_spaces(lines[0], mark)
        mark = max((value, key) for key, value in marks.items())[1]
        return mark, self._skips_spaces(lines[0], mark)

    def _skips_spaces(self, line, mark):
        return line.count(mark) == line.count(mark + " ")

    def has_header(self, sample):
        """Whether the first row differs from what stands below it."""
        rows = reader(io.StringIO(sample), self.sniff(sample))
        header = next(rows)
        kinds = dict.fromkeys(range(len(header)))
        checked = 0
        for row in rows:
            if checked > 20:
                break
            checked += 1
            if len(row) != len(header):
                continue
            for column in list(kinds):
                kind = complex
                try:
                    kind(row[column])
                except (ValueError, OverflowError):
                    kind = len(row[column])
                if kind != kinds[column]:
                    if kinds[column] is None:
                        kinds[column] = kind
                    else:
                        del kinds[column]
        votes = 0
        for column, kind in kinds.items():
            if isinstance(kind, int):
                votes += 1 if len(header[column]) != kind else -1
            else:
                try:
                    kind(header[column])
                except (ValueError, TypeError):
                    votes += 1
                else:
                    votes -= 1
        return votes > 0
