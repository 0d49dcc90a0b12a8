# Regular expressions. Patterns, matches and the functions are _sre's, in C++ on PCRE2; here stand the flags, the
# error and Scanner.
import copyreg
import enum

from _sre import (Match, Pattern, compile, escape, findall, finditer, fullmatch, match, purge, search, split, sub,
                  subn)

__all__ = ["match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge",
           "template", "escape", "error", "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII",
           "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "VERBOSE", "UNICODE", "NOFLAG", "RegexFlag"]

__version__ = "2.2.1"


class error(Exception):
    """A pattern or a template that is no regular expression.

    msg: the message without a place; pattern and pos: what is wrong and where; lineno, colno: pos as a line and a
    column. All but msg may be None.
    """

    __module__ = "re"

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            newline = "\n" if isinstance(pattern, str) else b"\n"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            msg = "%s at position %d" % (msg, pos)
            if newline in pattern:
                msg = "%s (line %d, column %d)" % (msg, self.lineno, self.colno)
        super().__init__(msg)


@enum.global_enum
class RegexFlag(enum.IntFlag, boundary=enum.KEEP):
    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    TEMPLATE = T = 1
    DEBUG = 128
    __str__ = object.__str__
    _numeric_repr_ = hex


def template(pattern, flags=0):
    "Compile a pattern with the flag TEMPLATE, which does nothing"
    import warnings
    warnings.warn("The re.template() function is deprecated as it is an undocumented function without an obvious "
                  "purpose. Use re.compile() instead.", DeprecationWarning, 2)
    return compile(pattern, flags | 1)


def _compile(pattern, flags):  # what a pickled pattern names
    return compile(pattern, flags)


def _reduce(pattern):
    return _compile, (pattern.pattern, pattern.flags)


copyreg.pickle(Pattern, _reduce, _compile)


class Scanner:
    """Cuts a text into what the rules of a lexicon match.

    The lexicon is a list of (pattern, action): action(scanner, text) gives a token, None drops the text, any other
    value is the token itself.
    """

    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        self._rules = [(compile(pattern, flags), action) for pattern, action in lexicon]

    def scan(self, string):
        result = []
        place = 0
        while True:
            for rule, action in self._rules:
                found = rule.match(string, place)
                if found is not None:
                    break
            else:
                break
            end = found.end()
            if place == end:
                break
            if callable(action):
                self.match = found
                action = action(self, found.group())
            if action is not None:
                result.append(action)
            place = end
        return result, string[place:]
