# Folds a header: text is fed in pieces and becomes lines that are short enough, broken where it hurts least.
import re

_FOLDING_SPACE = ' \t'


class HeaderLines:
    """The lines of a header so far, and the one that grows: a list of (space, text)."""

    def __init__(self, headerlen, maxlen, continuation_ws, splitchars):
        self._maxlen, self._continuation_ws, self._splitchars = maxlen, continuation_ws, splitchars
        self._space_width = len(continuation_ws.replace('\t', ' ' * 8))
        self._lines, self._parts, self._initial = [], [], headerlen

    def text(self, linesep):
        self.newline()
        return linesep.join(self._lines)

    def _width(self):
        return self._initial + sum(len(space) + len(text) for space, text in self._parts)

    def _line(self):
        return ''.join([space + word for space, word in self._parts])

    def newline(self):
        """Ends the line, unless nothing stands in it but what closes a piece."""
        if self._parts[-1:] == [(' ', '')]:
            self._parts.pop()
        if self._width() > 0:
            text = self._line()
            if self._lines and self._initial == 0 and (not text or text.isspace()):
                self._lines[-1] += text
            else:
                self._lines.append(text)
        self._parts, self._initial = [], 0

    def add_transition(self):
        self._parts.append((' ', ''))

    def feed(self, space, string, charset):
        """Adds a piece of text, which begins with that space where it begins a line."""
        if charset.header_encoding is None:
            self._feed_plain(space, string)
            return
        encoded = charset.header_encode_lines(string, self._widths())
        first = encoded.pop(0) if encoded else None
        if first is not None:
            self._append(space, first)
        if not encoded:
            return
        last = encoded.pop()
        self.newline()
        self._lines += [self._continuation_ws + line for line in encoded]
        self._parts.append((self._continuation_ws, last))

    def _widths(self):
        yield self._maxlen - self._width()
        while True:
            yield self._maxlen - self._space_width

    def _feed_plain(self, space, string):
        words = re.split('([' + _FOLDING_SPACE + ']+)', space + string)
        if words[0]:
            words[:0] = ['']
        else:
            words.pop(0)
        for gap, word in zip(*[iter(words)] * 2):
            self._append(gap, word)

    def _append(self, space, word):
        self._parts.append((space, word))
        if self._width() > self._maxlen:
            self._break_line()

    def _break_line(self):
        """Breaks the line where one of the best characters stands, else before the last word."""
        for character in self._splitchars:
            for at in range(len(self._parts) - 1, 0, -1):
                if self._may_break(at, character):
                    rest = self._parts[at:]
                    del self._parts[at:]
                    self._lines.append(self._line())
                    self._parts, self._initial = rest, 0
                    return
        space, word = self._parts.pop()
        if self._initial > 0:  # the header's name stays alone on its line
            self.newline()
            space = space or ' '
        self._parts.append((space, word))

    def _may_break(self, at, character):
        space = self._parts[at][0]
        return character.isspace() and space[:1] == character or self._parts[at - 1][1][-1:] == character
