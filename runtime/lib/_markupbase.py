# What html.parser stands on: declarations, comments, marked sections, and the place in the text.
import re

_declname_match = re.compile(r'[a-zA-Z][-_.a-zA-Z0-9]*\s*').match
_commentclose = re.compile(r'--\s*>')
_markedsectionclose = re.compile(r']\s*]\s*>')
_msmarkedsectionclose = re.compile(r']\s*>')


class ParserBase:
    """The place, and what a declaration of SGML is."""

    def __init__(self):
        if self.__class__ is ParserBase:
            raise RuntimeError('_markupbase.ParserBase must be subclassed')

    def reset(self):
        self.lineno, self.offset = 1, 0

    def getpos(self):
        """(line, column)."""
        return self.lineno, self.offset

    def updatepos(self, i, j):
        """Counts the text from `i` to `j`, and hands out `j`."""
        if i >= j:
            return j
        lines = self.rawdata.count('\n', i, j)
        if lines:
            self.lineno += lines
            self.offset = j - (self.rawdata.rindex('\n', i, j) + 1)
        else:
            self.offset += j - i
        return j

    def parse_marked_section(self, i, report=1):
        """Reads `<![...]>`; where it ends, or -1."""
        data = self.rawdata
        assert data[i:i + 3] == '<![', 'unexpected call to parse_marked_section()'
        match = _declname_match(data, i + 3)
        if match is None or match.end() == len(data):
            if match is None and i + 3 < len(data):
                raise AssertionError('expected name token')
            return -1
        name = match[0].strip().lower()
        if name in {'temp', 'cdata', 'ignore', 'include', 'rcdata'}:
            end = _markedsectionclose.search(data, i + 3)
        elif name in {'if', 'else', 'endif'}:
            end = _msmarkedsectionclose.search(data, i + 3)
        else:
            raise AssertionError('unknown status keyword %r in marked section' % data[i + 3:match.end()])
        if not end:
            return -1
        if report:
            self.unknown_decl(data[i + 3:end.start()])
        return end.end()

    def parse_comment(self, i, report=1):
        """Reads a comment; where it ends, or -1."""
        data = self.rawdata
        if data[i:i + 4] != '<!--':
            raise AssertionError('unexpected call to parse_comment()')
        match = _commentclose.search(data, i + 4)
        if not match:
            return -1
        if report:
            self.handle_comment(data[i + 4:match.start()])
        return match.end()

    def unknown_decl(self, data):
        pass
