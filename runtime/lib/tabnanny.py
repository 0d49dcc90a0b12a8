"""Finds indentation whose depth depends on how wide a tab is: `python -m tabnanny file_or_folder ...`."""
import os
import sys
import tokenize

__all__ = ['check', 'NannyNag', 'process_tokens']

__version__ = '6'

verbose = 0
filename_only = 0


def errprint(*args):
    sys.stderr.write(' '.join(map(str, args)) + '\n')


def main():
    import getopt
    global verbose, filename_only
    try:
        options, names = getopt.getopt(sys.argv[1:], 'qv')
    except getopt.error as error:
        errprint(error)
        sys.exit(1)
    for option, _ in options:
        if option == '-q':
            filename_only += 1
        if option == '-v':
            verbose += 1
    if not names:
        errprint('Usage:', sys.argv[0], '[-v] file_or_directory ...')
        sys.exit(1)
    for name in names:
        check(name)


class NannyNag(Exception):
    """A line whose indentation is ambiguous."""

    def __init__(self, lineno, msg, line):
        self.lineno, self.msg, self.line = lineno, msg, line

    def get_lineno(self):
        return self.lineno

    def get_msg(self):
        return self.msg

    def get_line(self):
        return self.line


def check(file):
    """Checks a file, or all files below a folder; says on stdout what is wrong."""
    if os.path.isdir(file) and not os.path.islink(file):
        if verbose:
            print('%r: listing directory' % (file,))
        for name in os.listdir(file):
            path = os.path.join(file, name)
            is_folder = os.path.isdir(path) and not os.path.islink(path)
            if is_folder or os.path.normcase(name[-3:]) == '.py':
                check(path)
        return
    try:
        source = tokenize.open(file)
    except OSError as error:
        errprint('%r: I/O Error: %s' % (file, error))
        return
    if verbose > 1:
        print('checking %r ...' % file)
    with source:
        try:
            process_tokens(tokenize.generate_tokens(source.readline))
        except tokenize.TokenError as error:
            errprint('%r: Token Error: %s' % (file, error))
            return
        except IndentationError as error:
            errprint('%r: Indentation Error: %s' % (file, error))
            return
        except NannyNag as nag:
            return _tell(file, nag)
    if verbose:
        print('%r: Clean bill of health.' % (file,))


def _tell(file, nag):
    if verbose:
        print('%r: *** Line %d: trouble in tab city! ***' % (file, nag.get_lineno()))
        print('offending line: %r' % (nag.get_line(),))
        print(nag.get_msg())
        return
    name = '"' + file + '"' if ' ' in file else file
    if filename_only:
        print(name)
    else:
        print(name, nag.get_lineno(), repr(nag.get_line()))


class Whitespace:
    """An indentation. `norm` is (how many runs of n spaces are followed by a tab, for each n; spaces at the end), which
    says its depth for any width of a tab."""

    def __init__(self, ws):
        self.raw = ws
        runs, spaces, self.n, self.nt = [], 0, 0, 0
        for character in ws:
            if character == ' ':
                spaces += 1
            elif character == '\t':
                runs += [0] * (spaces + 1 - len(runs))
                runs[spaces] += 1
                self.nt += 1
                spaces = 0
            else:
                break
            self.n += 1
        self.norm = tuple(runs), spaces
        self.is_simple = len(runs) <= 1  # tabs come first

    def longest_run_of_spaces(self):
        runs, trailing = self.norm
        return max(len(runs) - 1, trailing)

    def indent_level(self, tabsize):
        runs, trailing = self.norm
        tabs = sum(i // tabsize * runs[i] for i in range(tabsize, len(runs)))
        return trailing + tabsize * (tabs + self.nt)

    def equal(self, other):
        return self.norm == other.norm

    def _widths(self, other):
        return range(1, max(self.longest_run_of_spaces(), other.longest_run_of_spaces()) + 2)

    def not_equal_witness(self, other):
        """[(width of a tab, this depth, the other's)] where they differ."""
        levels = ((width, self.indent_level(width), other.indent_level(width)) for width in self._widths(other))
        return [row for row in levels if row[1] != row[2]]

    def less(self, other):
        """Is it less deep for every width?"""
        if self.n >= other.n:
            return False
        if self.is_simple and other.is_simple:
            return self.nt <= other.nt
        return all(self.indent_level(width) < other.indent_level(width) for width in self._widths(other))

    def not_less_witness(self, other):
        levels = ((width, self.indent_level(width), other.indent_level(width)) for width in self._widths(other))
        return [row for row in levels if row[1] >= row[2]]


def format_witnesses(w):
    widths = [str(row[0]) for row in w]
    return ('at tab sizes ' if len(w) > 1 else 'at tab size ') + ', '.join(widths)


_JUNK = tokenize.COMMENT, tokenize.NL


def process_tokens(tokens):
    """Raises NannyNag at the first line that is ambiguous."""
    indents = [Whitespace('')]
    begins_line = False
    for kind, text, start, _, line in tokens:
        if kind == tokenize.NEWLINE:
            begins_line = True
        elif kind == tokenize.INDENT:
            begins_line = False
            indent = Whitespace(text)
            if not indents[-1].less(indent):
                witness = indents[-1].not_less_witness(indent)
                raise NannyNag(start[0], 'indent not greater e.g. ' + format_witnesses(witness), line)
            indents.append(indent)
        elif kind == tokenize.DEDENT:
            begins_line = True
            del indents[-1]
        elif begins_line and kind not in _JUNK:
            begins_line = False
            indent = Whitespace(line)
            if not indents[-1].equal(indent):
                witness = indents[-1].not_equal_witness(indent)
                raise NannyNag(start[0], 'indent not equal e.g. ' + format_witnesses(witness), line)


if __name__ == '__main__':
    main()
