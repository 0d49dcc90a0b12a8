"""Tracebacks and exceptions as text and as data."""
import itertools
import linecache
import sys
from _traceback import marks as _marks

__all__ = ['extract_stack', 'extract_tb', 'format_exception', 'format_exception_only', 'format_list', 'format_stack',
           'format_tb', 'print_exc', 'format_exc', 'print_exception', 'print_last', 'print_stack', 'print_tb',
           'clear_frames', 'FrameSummary', 'StackSummary', 'TracebackException', 'walk_stack', 'walk_tb']

_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"
_REPEATS_SHOWN = 3
_missing = object()


class FrameSummary:
    """One row of a traceback."""
    __slots__ = ('filename', 'lineno', 'end_lineno', 'colno', 'end_colno', 'name', '_line', 'locals')

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None,
                 end_colno=None):
        self.filename, self.lineno, self.name = filename, lineno, name
        self.end_lineno, self.colno, self.end_colno = end_lineno, colno, end_colno
        self._line = line
        if lookup_line:
            self.line
        self.locals = {name: repr(value) for name, value in locals.items()} if locals else None

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (self.filename, self.lineno, self.name, self.locals) == (
                other.filename, other.lineno, other.name, other.locals)
        if isinstance(other, tuple):
            return (self.filename, self.lineno, self.name, self.line) == other
        return NotImplemented

    def __getitem__(self, place):
        return (self.filename, self.lineno, self.name, self.line)[place]

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __len__(self):
        return 4

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"

    @property
    def _original_line(self):
        self.line
        return self._line

    @property
    def line(self):
        """The source line without its indentation."""
        if self._line is None:
            if self.lineno is None:
                return None
            self._line = linecache.getline(self.filename, self.lineno)
        return self._line.strip()


def walk_stack(f):
    """The frames from this one outwards, with their lines."""
    if f is None:
        f = sys._getframe().f_back.f_back.f_back.f_back
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def walk_tb(tb):
    """The frames of a traceback, with their lines."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def _tb_positions(tb):
    while tb is not None:
        positions = _position_of(tb.tb_frame.f_code, tb.tb_lasti)
        if positions[0] is None:
            positions = (tb.tb_lineno,) + positions[1:]
        yield tb.tb_frame, positions
        tb = tb.tb_next


def _position_of(code, instruction):
    if instruction < 0:
        return None, None, None, None
    return next(itertools.islice(code.co_positions(), instruction // 2, None), (None, None, None, None))


class StackSummary(list):
    """The rows of a traceback or of a stack."""

    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """Rows from pairs of frame and line."""
        def extended():
            for frame, lineno in frame_gen:
                yield frame, (lineno, None, None, None)
        return klass._extract_from_extended_frame_gen(extended(), limit=limit, lookup_lines=lookup_lines,
                                                      capture_locals=capture_locals)

    @classmethod
    def _extract_from_extended_frame_gen(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        if limit is None:
            limit = getattr(sys, 'tracebacklimit', None)
            if limit is not None and limit < 0:
                limit = 0
        if limit is not None:
            rows = list(frame_gen)
            frame_gen = rows[:limit] if limit >= 0 else rows[limit:]
        result = klass()
        files = set()
        for frame, (lineno, end_lineno, colno, end_colno) in frame_gen:
            code = frame.f_code
            files.add(code.co_filename)
            result.append(FrameSummary(code.co_filename, lineno, code.co_name, lookup_line=False,
                                       locals=frame.f_locals if capture_locals else None, end_lineno=end_lineno,
                                       colno=colno, end_colno=end_colno))
        for filename in files:
            linecache.checkcache(filename)
        if lookup_lines:
            for row in result:
                row.line
        return result

    @classmethod
    def from_list(klass, a_list):
        """Rows from tuples or other rows."""
        result = klass()
        for row in a_list:
            if not isinstance(row, FrameSummary):
                filename, lineno, name, line = row
                row = FrameSummary(filename, lineno, name, line=line)
            result.append(row)
        return result

    def format_frame_summary(self, frame_summary):
        """The text of one row."""
        lines = [f'  File "{frame_summary.filename}", line {frame_summary.lineno}, in {frame_summary.name}\n']
        if frame_summary.line:
            lines.append(f'    {frame_summary.line}\n')
            below = _marks_below(frame_summary)
            if below:
                lines.append(f'    {below}\n')
        if frame_summary.locals:
            lines += [f'    {name} = {value}\n' for name, value in sorted(frame_summary.locals.items())]
        return ''.join(lines)

    def format(self):
        """The texts of all rows; the same row many times is shown three times."""
        result = []
        last, count = None, 0
        for row in self:
            text = self.format_frame_summary(row)
            if text is None:
                continue
            place = (row.filename, row.lineno, row.name)
            if place != last:
                _add_repeats(result, count)
                last, count = place, 0
            count += 1
            if count <= _REPEATS_SHOWN:
                result.append(text)
        _add_repeats(result, count)
        return result


def _add_repeats(result, count):
    hidden = count - _REPEATS_SHOWN
    if hidden > 0:
        result.append(f'  [Previous line repeated {hidden} more time{"s" if hidden > 1 else ""}]\n')


def _marks_below(row):
    if row.colno is None or row.end_colno is None or row.end_lineno is None:
        return ''
    return _marks(row._original_line.rstrip('\n'), row.lineno, row.end_lineno, row.colno, row.end_colno)


def _safe_string(value, what, func=str):
    try:
        return func(value)
    except Exception:
        return f'<{what} {func.__name__}() failed>'


def _indented(text, margin):
    return ''.join([margin + line for line in text.splitlines(keepends=True)])


class _Context:
    """How deep in groups the text is that is being made."""

    def __init__(self):
        self.depth = 0
        self.need_close = False

    def emit(self, texts, margin_char=None):
        if self.depth:
            margin = ' ' * (2 * self.depth) + (margin_char or '|') + ' '
        else:
            margin = ''
        if isinstance(texts, str):
            yield _indented(texts, margin)
        else:
            for text in texts:
                yield _indented(text, margin)


class TracebackException:
    """What is needed to print an exception, without the exception."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, _seen=None):
        seen = set() if _seen is None else _seen
        seen.add(id(exc_value))
        self.max_group_width, self.max_group_depth = max_group_width, max_group_depth
        self.stack = StackSummary._extract_from_extended_frame_gen(
            _tb_positions(exc_traceback), limit=limit, lookup_lines=lookup_lines, capture_locals=capture_locals)
        self.exc_type = exc_type
        self._str = _safe_string(exc_value, 'exception')
        self.__notes__ = getattr(exc_value, '__notes__', None)
        if exc_type and issubclass(exc_type, SyntaxError):
            self._take_place(exc_value)
        self.__suppress_context__ = exc_value.__suppress_context__ if exc_value is not None else False
        self.__cause__ = self.__context__ = self.exceptions = None
        if exc_value is None or _seen is not None:
            return  # the first of a chain makes all others, so that no chain is too long

        def summary(other):
            made = TracebackException(type(other), other, other.__traceback__, limit=limit, lookup_lines=lookup_lines,
                                      capture_locals=capture_locals, max_group_width=max_group_width,
                                      max_group_depth=max_group_depth, _seen=seen)
            waiting.append((made, other))
            return made

        waiting = [(self, exc_value)]
        while waiting:
            made, error = waiting.pop()
            if error.__cause__ is not None and id(error.__cause__) not in seen:
                made.__cause__ = summary(error.__cause__)
            wanted = not compact or (made.__cause__ is None and not error.__suppress_context__)
            if wanted and error.__context__ is not None and id(error.__context__) not in seen:
                made.__context__ = summary(error.__context__)
            if isinstance(error, BaseExceptionGroup):
                made.exceptions = [summary(one) for one in error.exceptions]

    def _take_place(self, error):
        self.filename = error.filename
        self.lineno = str(error.lineno) if error.lineno is not None else None
        self.end_lineno = str(error.end_lineno) if error.end_lineno is not None else None
        self.text, self.offset, self.end_offset, self.msg = error.text, error.offset, error.end_offset, error.msg

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        """As the constructor, from the exception alone."""
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self):
        """The lines of the exception itself, without the traceback."""
        if self.exc_type is None:
            yield _final_line(None, self._str)
            return
        name = self.exc_type.__qualname__
        module = self.exc_type.__module__
        if module not in ("__main__", "builtins"):
            name = f"{module if isinstance(module, str) else '<unknown>'}.{name}"
        if issubclass(self.exc_type, SyntaxError):
            yield from self._format_syntax_error(name)
        else:
            yield _final_line(name, self._str)
        yield from self._format_notes()

    def _format_notes(self):
        notes = self.__notes__
        if notes is None:
            return
        if isinstance(notes, (list, tuple)):
            for note in notes:
                yield from [line + '\n' for line in _safe_string(note, 'note').split('\n')]
        else:
            yield _safe_string(notes, '__notes__', func=repr)

    def _format_syntax_error(self, name):
        suffix = ''
        if self.lineno is not None:
            yield f'  File "{self.filename or "<string>"}", line {self.lineno}\n'
        elif self.filename is not None:
            suffix = f' ({self.filename})'
        if self.text is not None:
            text = self.text.rstrip('\n')
            stripped = text.lstrip(' \n\f')
            spaces = len(text) - len(stripped)
            yield f'    {stripped}\n'
            if self.offset is not None:
                end = self.end_offset if self.end_offset not in (None, 0) else self.offset
                if self.offset == end or end == -1:
                    end = self.offset + 1
                first, last = self.offset - 1 - spaces, end - 1 - spaces
                if first >= 0:
                    blank = ''.join(char if char.isspace() else ' ' for char in stripped[:first])
                    yield f"    {blank.ljust(first) if first > len(blank) else blank}{'^' * (last - first)}\n"
        yield f"{name}: {self.msg or '<no detail available>'}{suffix}\n"

    def format(self, *, chain=True, _ctx=None):
        """All the text, in pieces that end with a line break."""
        context = _Context() if _ctx is None else _ctx
        output, exc = [], self
        while exc is not None:
            message, before = None, None
            if chain:
                if exc.__cause__ is not None:
                    message, before = _CAUSE, exc.__cause__
                elif exc.__context__ is not None and not exc.__suppress_context__:
                    message, before = _CONTEXT, exc.__context__
            output.append((message, exc))
            exc = before
        for message, exc in reversed(output):
            if message is not None:
                yield from context.emit(message)
            if exc.exceptions is None:
                if exc.stack:
                    yield from context.emit('Traceback (most recent call last):\n')
                    yield from context.emit(exc.stack.format())
                yield from context.emit(exc.format_exception_only())
            elif context.depth > self.max_group_depth:
                yield from context.emit(f"... (max_group_depth is {self.max_group_depth})\n")
            else:
                yield from exc._format_group(context)

    def _format_group(self, context):
        outermost = context.depth == 0
        if outermost:
            context.depth += 1
        if self.stack:
            yield from context.emit('Exception Group Traceback (most recent call last):\n',
                                    margin_char='+' if outermost else None)
            yield from context.emit(self.stack.format())
        yield from context.emit(self.format_exception_only())
        total = len(self.exceptions)
        shown = total if total <= self.max_group_width else self.max_group_width + 1
        context.need_close = False
        for place in range(shown):
            last = place == shown - 1
            if last:
                context.need_close = True
            truncated = place >= self.max_group_width
            title = '...' if truncated else f'{place + 1}'
            corner = ' ' * (2 * context.depth) + ('+-' if place == 0 else '  ')
            yield f"{corner}+---------------- {title} ----------------\n"
            context.depth += 1
            if truncated:
                hidden = total - self.max_group_width
                yield from context.emit(f"and {hidden} more exception{'s' if hidden > 1 else ''}\n")
            else:
                yield from self.exceptions[place].format(_ctx=context)
            if last and context.need_close:
                yield ' ' * (2 * context.depth) + "+------------------------------------\n"
                context.need_close = False
            context.depth -= 1
        if outermost:
            context.depth = 0

    def print(self, *, file=None, chain=True):
        """Writes the text to a file, stderr by default."""
        file = sys.stderr if file is None else file
        for line in self.format(chain=chain):
            print(line, file=file, end="")


def _final_line(name, text):
    return f"{name}: {text}\n" if text else f"{name}\n"


def _parse(exc, value, tb):
    """(exception) or the old (type, value, traceback) as type, value and traceback."""
    if (value is _missing) != (tb is _missing):
        raise ValueError("Both or neither of value and tb must be given")
    if value is not _missing:
        return value, tb
    if exc is None:
        return None, None
    if isinstance(exc, BaseException):
        return exc, exc.__traceback__
    raise TypeError(f'Exception expected for value, {type(exc).__name__} found')


def print_exception(exc, /, value=_missing, tb=_missing, limit=None, file=None, chain=True):
    """Writes an exception with its traceback."""
    value, tb = _parse(exc, value, tb)
    TracebackException(type(value), value, tb, limit=limit, compact=True).print(file=file, chain=chain)


def format_exception(exc, /, value=_missing, tb=_missing, limit=None, chain=True):
    """The lines that print_exception would write."""
    value, tb = _parse(exc, value, tb)
    return list(TracebackException(type(value), value, tb, limit=limit, compact=True).format(chain=chain))


def format_exception_only(exc, /, value=_missing):
    """The last lines: the exception without its traceback."""
    if value is _missing:
        value = exc
    return list(TracebackException(type(value), value, None, compact=True).format_exception_only())


def print_exc(limit=None, file=None, chain=True):
    """Writes the exception that is being handled."""
    print_exception(sys.exc_info()[1], limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    """The text of the exception that is being handled."""
    return "".join(format_exception(sys.exc_info()[1], limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    """Writes the exception that ended the last command of a prompt."""
    if not hasattr(sys, "last_type"):
        raise ValueError("no last exception")
    print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit, file, chain)


def print_list(extracted_list, file=None):
    file = sys.stderr if file is None else file
    for item in format_list(extracted_list):
        print(item, file=file, end="")


def format_list(extracted_list):
    """Rows as text."""
    return StackSummary.from_list(extracted_list).format()


def extract_tb(tb, limit=None):
    """The rows of a traceback."""
    return StackSummary._extract_from_extended_frame_gen(_tb_positions(tb), limit=limit)


def format_tb(tb, limit=None):
    return extract_tb(tb, limit=limit).format()


def print_tb(tb, limit=None, file=None):
    print_list(extract_tb(tb, limit=limit), file=file)


def extract_stack(f=None, limit=None):
    """The rows of the stack, outermost first."""
    if f is None:
        f = sys._getframe().f_back
    if limit is None:
        limit = getattr(sys, 'tracebacklimit', None)
    rows = list(walk_stack(f))
    if limit is not None:
        rows = rows[:limit] if limit >= 0 else rows[limit:]
    stack = StackSummary.extract(rows, limit=len(rows))
    stack.reverse()
    return stack


def format_stack(f=None, limit=None):
    if f is None:
        f = sys._getframe().f_back
    return format_list(extract_stack(f, limit=limit))


def print_stack(f=None, limit=None, file=None):
    if f is None:
        f = sys._getframe().f_back
    print_list(extract_stack(f, limit=limit), file=file)


def clear_frames(tb):
    """Drops the local variables of the frames of a traceback."""
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            pass
        tb = tb.tb_next
