"""What was printed against what was expected: the comparison and the text that shows a difference."""
import difflib
import re
from collections import namedtuple

from doctest._flags import (BLANKLINE_MARKER, DONT_ACCEPT_BLANKLINE, DONT_ACCEPT_TRUE_FOR_1, ELLIPSIS,
                            ELLIPSIS_MARKER, NORMALIZE_WHITESPACE, REPORT_CDIFF, REPORT_NDIFF, REPORT_UDIFF)
from doctest._text import indent

TestResults = namedtuple('TestResults', 'failed attempted')


def matches_with_ellipses(want, got):
    """Whether `...` in the expectation can stand for what is in its place."""
    if ELLIPSIS_MARKER not in want:
        return want == got
    pieces = want.split(ELLIPSIS_MARKER)
    first, last = pieces[0], pieces[-1]
    if not got.startswith(first) or not got.endswith(last) or len(first) + len(last) > len(got):
        return False
    start, end = len(first), len(got) - len(last)
    for piece in pieces[1:-1]:
        start = got.find(piece, start, end)
        if start < 0:
            return False
        start += len(piece)
    return True


class OutputChecker:
    """Compares outputs; to be derived from."""

    def _toAscii(self, s):
        return str(s.encode('ASCII', 'backslashreplace'), 'ASCII')

    def check_output(self, want, got, optionflags):
        """Whether the output is what was wanted, under these flags."""
        got, want = self._toAscii(got), self._toAscii(want)
        if got == want:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1 and (got, want) in (('True\n', '1\n'), ('False\n', '0\n')):
            return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = re.sub(r'(?m)^%s\s*?$' % re.escape(BLANKLINE_MARKER), '', want)
            got = re.sub(r'(?m)^[^\S\n]+$', '', got)
            if got == want:
                return True
        if optionflags & NORMALIZE_WHITESPACE:
            got, want = ' '.join(got.split()), ' '.join(want.split())
            if got == want:
                return True
        return bool(optionflags & ELLIPSIS and matches_with_ellipses(want, got))

    def _wants_difference(self, want, got, optionflags):
        if not optionflags & (REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF):
            return False
        return bool(optionflags & REPORT_NDIFF) or (want.count('\n') > 2 and got.count('\n') > 2)

    def output_difference(self, example, got, optionflags):
        """The text that shows what was expected and what came."""
        want = example.want
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            got = re.sub('(?m)^[ ]*(?=\n)', BLANKLINE_MARKER, got)
        if self._wants_difference(want, got, optionflags):
            wanted, came = want.splitlines(keepends=True), got.splitlines(keepends=True)
            if optionflags & REPORT_UDIFF:
                lines, title = list(difflib.unified_diff(wanted, came, n=2))[2:], 'unified diff with -expected +actual'
            elif optionflags & REPORT_CDIFF:
                lines, title = list(difflib.context_diff(wanted, came, n=2))[2:], \
                    'context diff with expected followed by actual'
            else:
                lines, title = list(difflib.Differ(charjunk=difflib.IS_CHARACTER_JUNK).compare(wanted, came)), \
                    'ndiff with -expected +actual'
            return 'Differences (%s):\n' % title + indent(''.join(line.rstrip() + '\n' for line in lines))
        if want and got:
            return 'Expected:\n%sGot:\n%s' % (indent(want), indent(got))
        if want:
            return 'Expected:\n%sGot nothing\n' % indent(want)
        if got:
            return 'Expected nothing\nGot:\n%s' % indent(got)
        return 'Expected nothing\nGot nothing\n'
