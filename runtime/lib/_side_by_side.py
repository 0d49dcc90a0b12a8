"""Two texts beside each other: the pairs of lines of difflib, and HtmlDiff. What is compared stands in difflib."""
import re

_PAGE = '''
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
          "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">

<html>

<head>
    <meta http-equiv="Content-Type"
          content="text/html; charset=%(charset)s" />
    <title></title>
    <style type="text/css">%(styles)s
    </style>
</head>

<body>
    %(table)s%(legend)s
</body>

</html>'''

_STYLES = '''
        table.diff {font-family:Courier; border:medium;}
        .diff_header {background-color:#e0e0e0}
        td.diff_header {text-align:right}
        .diff_next {background-color:#c0c0c0}
        .diff_add {background-color:#aaffaa}
        .diff_chg {background-color:#ffff77}
        .diff_sub {background-color:#ffaaaa}'''

_TABLE = '''
    <table class="diff" id="difflib_chg_%(prefix)s_top"
           cellspacing="0" cellpadding="0" rules="groups" >
        <colgroup></colgroup> <colgroup></colgroup> <colgroup></colgroup>
        <colgroup></colgroup> <colgroup></colgroup> <colgroup></colgroup>
        %(header_row)s
        <tbody>
%(data_rows)s        </tbody>
    </table>'''

_LEGEND = '''
    <table class="diff" summary="Legends">
        <tr> <th colspan="2"> Legends </th> </tr>
        <tr> <td> <table border="" summary="Colors">
                      <tr><th> Colors </th> </tr>
                      <tr><td class="diff_add">&nbsp;Added&nbsp;</td></tr>
                      <tr><td class="diff_chg">Changed</td> </tr>
                      <tr><td class="diff_sub">Deleted</td> </tr>
                  </table></td>
             <td> <table border="" summary="Links">
                      <tr><th colspan="2"> Links </th> </tr>
                      <tr><td>(f)irst change</td> </tr>
                      <tr><td>(n)ext change</td> </tr>
                      <tr><td>(t)op</td> </tr>
                  </table></td> </tr>
    </table>'''

_MARKS = re.compile(r'\++|-+|\^+')

# How the next lines of an ndiff begin, and what they are: the kinds of text at the left and at the right ('' for
# none, 'blank' for what waits for its neighbour), how much the count of missing neighbours changes, and whether the
# neighbours that are missing must be filled in now.
_KINDS = (
    ('-?+?', '?', '?', 0, False),
    ('--++', '-', '', -1, False),
    ('--?+', '-', '', -1, True),
    ('--+', '-', '', -1, True),
    ('- ', '-', '', -1, True),
    ('-+?', 'plain', '?', 0, False),
    ('-?+', '?', 'plain', 0, False),
    ('-', '-', '', -1, False),
    ('+--', '', '+', 1, False),
    ('+ ', '', '+', 1, True),
    ('+-', '', '+', 1, True),
    ('+', '', '+', 1, False),
    (' ', 'plain', 'plain', 0, False))


def _mark_changes(text, marks):
    """A line of ndiff with its changes between NUL and SOH, as the line of marks below it says."""
    for found in reversed(list(_MARKS.finditer(marks))):
        begin, end = found.span()
        text = f'{text[:begin]}\0{found[0][0]}{text[begin:end]}\1{text[end:]}'
    return text[2:]


class _Pairs:
    """Reads the lines of an ndiff; gives (left, right, changed), where a side is None if it has no line yet."""

    def __init__(self, lines):
        self.lines = lines
        self.waiting, self.counts, self.missing = [], [0, 0], 0

    def side(self, number, kind, shared):
        """(line number, text) of a side; a line that both sides share stays for the second one."""
        self.counts[number] += 1
        waiting = self.waiting
        text = waiting[0] if shared else waiting.pop(0)
        if kind == '?':
            return self.counts[number], _mark_changes(text, waiting.pop(0))
        if kind == 'plain':
            return self.counts[number], text[2:]
        return self.counts[number], f'\0{kind}{text[2:] or " "}\1'

    def __iter__(self):
        while True:
            while len(self.waiting) < 4:
                self.waiting.append(next(self.lines, 'X'))
            start = ''.join([line[0] for line in self.waiting])
            row = next((row for row in _KINDS if start.startswith(row[0])), None)
            if row is None:
                yield from self.fill()
                return
            beginning, left_kind, right_kind, step, fill = row
            shared = beginning == ' '
            left = self.side(0, left_kind, shared) if left_kind else None
            right = self.side(1, right_kind, False) if right_kind else None
            self.missing += step
            if fill:
                yield from self.fill()
            yield left, right, not shared

    def fill(self):
        """Blank lines for the side that has fewer."""
        blank = '', '\n'
        for _ in range(abs(self.missing)):
            yield (None, blank, True) if self.missing < 0 else (blank, None, True)
        self.missing = 0


def _complete(pairs):
    """Puts together what came for the left and for the right."""
    lefts, rights = [], []
    for left, right, changed in pairs:
        if left is not None:
            lefts.append((left, changed))
        if right is not None:
            rights.append((right, changed))
        while lefts and rights:
            (left, left_changed), (right, right_changed) = lefts.pop(0), rights.pop(0)
            yield left, right, left_changed or right_changed


def _mdiff(fromlines, tolines, context=None, linejunk=None, charjunk=None):
    """((number, text) of the left, of the right, whether they differ) of each row; with a context, rows far from all
    changes are left out and (None, None, None) stands between two groups."""
    from difflib import ndiff, IS_CHARACTER_JUNK
    pairs = _complete(_Pairs(ndiff(fromlines, tolines, linejunk, charjunk or IS_CHARACTER_JUNK)))
    if context is None:
        yield from pairs
        return
    before, skipped, after = [], False, 0  # equal rows that may be shown before a change; rows to show after one
    for row in pairs:
        if row[2]:
            if skipped:
                yield None, None, None
            yield from before
            before, skipped, after = [], False, context
            yield row
        elif after:
            after -= 1
            yield row
        else:
            before.append(row)
            if len(before) > context:
                before.pop(0)
                skipped = True


class HtmlDiff:
    """Two texts as a table of HTML, changes marked with colours."""
    _file_template, _styles, _table_template, _legend = _PAGE, _STYLES, _TABLE, _LEGEND
    _default_prefix = 0  # the number of the next table of a page

    def __init__(self, tabsize=8, wrapcolumn=None, linejunk=None, charjunk=None):
        from difflib import IS_CHARACTER_JUNK
        self._tabsize, self._wrapcolumn, self._linejunk = tabsize, wrapcolumn, linejunk
        self._charjunk = IS_CHARACTER_JUNK if charjunk is None else charjunk

    def make_file(self, fromlines, tolines, fromdesc='', todesc='', context=False, numlines=5, *, charset='utf-8'):
        """A whole page with the table."""
        table = self.make_table(fromlines, tolines, fromdesc, todesc, context=context, numlines=numlines)
        page = self._file_template % {'styles': self._styles, 'legend': self._legend, 'table': table,
                                      'charset': charset}
        return page.encode(charset, 'xmlcharrefreplace').decode(charset)

    def make_table(self, fromlines, tolines, fromdesc='', todesc='', context=False, numlines=5):
        """The table alone."""
        number = HtmlDiff._default_prefix
        HtmlDiff._default_prefix += 1
        names = f'from{number}_', f'to{number}_'
        rows = list(self._wrapped(_mdiff(self._without_tabs(fromlines), self._without_tabs(tolines),
                                         numlines if context else None, self._linejunk, self._charjunk)))
        ids, links = self._links(names[1], [changed for _, _, changed in rows], numlines)
        if rows:
            shown = [changed is not None and (self._cell(names[0], *left), self._cell(names[1], *right))
                     for left, right, changed in rows]
        else:
            text = 'No Differences Found' if context else 'Empty File'
            shown = [(f'<td></td><td>&nbsp;{text}&nbsp;</td>',) * 2]
        table = self._table_template % {'data_rows': ''.join(self._rows(shown, ids, links)),
                                        'header_row': self._header(fromdesc, todesc), 'prefix': names[1]}
        for mark, kind in (('+', 'add'), ('-', 'sub'), ('^', 'chg')):
            table = table.replace('\0' + mark, f'<span class="diff_{kind}">')
        return table.replace('\1', '</span>').replace('\t', '&nbsp;')

    @staticmethod
    def _header(*titles):
        if not any(titles):
            return ''
        cells = ''.join([f'<th class="diff_next"><br /></th><th colspan="2" class="diff_header">{title}</th>'
                         for title in titles])
        return f'<thead><tr>{cells}</tr></thead>'

    @staticmethod
    def _rows(shown, ids, links):
        for place, (cells, place_id, link) in enumerate(zip(shown, ids, links)):
            if cells:
                yield (f'            <tr><td class="diff_next"{place_id}>{link}</td>{cells[0]}'
                       f'<td class="diff_next">{link}</td>{cells[1]}</tr>\n')
            elif place:
                yield '        </tbody>        \n        <tbody>\n'

    def _without_tabs(self, lines):
        """The spaces that a tab stands for become tabs, which the table shows as spaces that do not break."""
        result = []
        for line in lines:
            line = line.replace(' ', '\0').expandtabs(self._tabsize).replace(' ', '\t')
            result.append(line.replace('\0', ' ').rstrip('\n'))
        return result

    def _wrapped(self, rows):
        for left, right, changed in rows:
            if changed is None or not self._wrapcolumn:
                yield left, right, changed
                continue
            lefts, rights = self._pieces(*left), self._pieces(*right)
            for place in range(max(len(lefts), len(rights))):
                yield (lefts[place] if place < len(lefts) else ('', ' '),
                       rights[place] if place < len(rights) else ('', ' '), changed)

    def _pieces(self, number, text):
        """A line in pieces that are no wider than the column; what is marked stays marked in each of them."""
        width, pieces = self._wrapcolumn, []
        while number and len(text) > width and len(text) - 3 * text.count('\0') > width:
            place = shown = 0
            mark = ''
            while shown < width and place < len(text):
                if text[place] == '\0':
                    mark = text[place + 1]
                    place += 2
                    continue
                if text[place] == '\1':
                    mark = ''
                else:
                    shown += 1
                place += 1
            pieces.append((number, text[:place] + ('\1' if mark else '')))
            number, text = '>', (f'\0{mark}' if mark else '') + text[place:]
        return pieces + [(number, text)]

    @staticmethod
    def _cell(name, number, text):
        anchor = f' id="{name}{number}"' if isinstance(number, int) else ''
        text = text.replace('&', '&amp;').replace('>', '&gt;').replace('<', '&lt;')
        text = text.replace(' ', '&nbsp;').rstrip()
        return f'<td class="diff_header"{anchor}>{number}</td><td nowrap="nowrap">{text}</td>'

    @staticmethod
    def _links(name, flags, numlines):
        """Of each row: its id, if the way to a change leads there, and the link to the next change."""
        ids, links = [''] * len(flags), [''] * len(flags)
        count = last = 0
        for place, changed in enumerate(flags):
            if changed and not (place and flags[place - 1]):
                ids[max(0, place - numlines)] = f' id="difflib_chg_{name}_{count}"'
                count, last = count + 1, place
                links[place] = f'<a href="#difflib_chg_{name}_{count}">n</a>'
        if not flags:
            ids, links, flags = [''], [''], [False]
        if not flags[0]:
            links[0] = f'<a href="#difflib_chg_{name}_0">f</a>'
        links[last] = f'<a href="#difflib_chg_{name}_top">t</a>'
        return ids, links


HtmlDiff.__module__ = _mdiff.__module__ = 'difflib'
