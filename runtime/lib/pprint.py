"""Prints data structures so that they fit a width."""
import collections as _collections
import sys as _sys
import types as _types
from _pprint import plain_repr as _plain_repr

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    """Prints an object to a stream, stdout by default."""
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """The text that pprint would print."""
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """pprint that leaves dicts in their order."""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[0]


def isreadable(object):
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    return PrettyPrinter().isrecursive(object)


class _SafeKey:
    """Sorts anything: by its own order where it has one, by type and id otherwise."""
    __slots__ = ['obj']

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return (str(type(self.obj)), id(self.obj)) < (str(type(other.obj)), id(other.obj))


def _safe_pair(pair):
    return _SafeKey(pair[0]), _SafeKey(pair[1])


def _recursion(object):
    return f"<Recursion on {type(object).__name__} with id={id(object)}>"


class PrettyPrinter:
    """Formats objects: on one line where they fit, else with an item a line."""

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        indent, width = int(indent), int(width)
        if indent < 0:
            raise ValueError('indent must be >= 0')
        if depth is not None and depth <= 0:
            raise ValueError('depth must be > 0')
        if not width:
            raise ValueError('width must be != 0')
        self._depth, self._indent_per_level, self._width = depth, indent, width
        self._stream = _sys.stdout if stream is None else stream
        self._compact, self._sort_dicts, self._underscore_numbers = bool(compact), sort_dicts, underscore_numbers
        kind = type(self)
        self._is_usual = (depth is None and not underscore_numbers and kind.format is PrettyPrinter.format
                          and kind._repr is PrettyPrinter._repr)

    def pprint(self, object):
        if self._stream is not None:
            self._stream.write(self.pformat(object) + "\n")

    def pformat(self, object):
        pieces = []
        self._format(object, pieces.append, 0, 0, {}, 0)
        return ''.join(pieces)

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def _repr(self, object, context, level):
        text, readable, recursive = self.format(object, context.copy(), self._depth, level)
        return text

    def format(self, object, context, maxlevels, level):
        """Text, whether it can be read back, whether it is recursive."""
        return self._safe_repr(object, context, maxlevels, level)

    def _format(self, object, put, indent, allowance, context, level):
        key = id(object)
        if key in context:
            put(_recursion(object))
            return
        room = self._width - indent - allowance
        text = _plain_repr(object, self._sort_dicts, room) if self._is_usual else None
        if text is None:
            text = self._repr(object, context, level)
        if text is False or len(text) > room:
            printer = _PRINTERS.get(type(object).__repr__)
            if printer is None and hasattr(type(object), '__dataclass_fields__') and not _own_repr(object):
                printer = PrettyPrinter._dataclass
            if printer is not None:
                context[key] = 1
                printer(self, object, put, indent, allowance, context, level + 1)
                del context[key]
                return
        put(text or self._repr(object, context, level))

    def _dataclass(self, object, put, indent, allowance, context, level):
        name = object.__class__.__name__
        items = [(field.name, getattr(object, field.name)) for field in object.__dataclass_fields__.values()
                 if field.repr and hasattr(object, field.name)]
        put(name + '(')
        self._attributes(items, put, indent + len(name) + 1, allowance, context, level)
        put(')')

    def _dict(self, object, put, indent, allowance, context, level):
        put('{')
        if self._indent_per_level > 1:
            put((self._indent_per_level - 1) * ' ')
        if object:
            items = sorted(object.items(), key=_safe_pair) if self._sort_dicts else object.items()
            self._dict_items(items, put, indent, allowance + 1, context, level)
        put('}')

    def _ordered_dict(self, object, put, indent, allowance, context, level):
        if not object:
            put(repr(object))
            return
        name = object.__class__.__name__
        put(name + '(')
        self._format(list(object.items()), put, indent + len(name) + 1, allowance + 1, context, level)
        put(')')

    def _list(self, object, put, indent, allowance, context, level):
        put('[')
        self._items(object, put, indent, allowance + 1, context, level)
        put(']')

    def _tuple(self, object, put, indent, allowance, context, level):
        put('(')
        end = ',)' if len(object) == 1 else ')'
        self._items(object, put, indent, allowance + len(end), context, level)
        put(end)

    def _set(self, object, put, indent, allowance, context, level):
        if not object:
            put(repr(object))
            return
        kind = object.__class__
        if kind is set:
            put('{')
            end = '}'
        else:
            put(kind.__name__ + '({')
            end = '})'
            indent += len(kind.__name__) + 1
        self._items(sorted(object, key=_SafeKey), put, indent, allowance + len(end), context, level)
        put(end)

    def _str(self, object, put, indent, allowance, context, level):
        if not object:
            put(repr(object))
            return
        chunks = self._str_chunks(object, indent + (level == 1), allowance + (level == 1))
        if len(chunks) == 1:
            put(chunks[0])
            return
        if level == 1:
            put('(')
            indent += 1
        put(('\n' + ' ' * indent).join(chunks))
        if level == 1:
            put(')')

    def _str_chunks(self, text, indent, allowance):
        """Representations of parts of a text that fit the width."""
        chunks = []
        lines = text.splitlines(True)
        widest = width = self._width - indent
        for place, line in enumerate(lines):
            last_line = place == len(lines) - 1
            if last_line:
                width = widest - allowance
            if len(repr(line)) <= width:
                chunks.append(repr(line))
                continue
            parts = _words(line)
            current = ''
            for number, part in enumerate(parts):
                candidate = current + part
                limit = width if number == len(parts) - 1 and last_line else widest
                if len(repr(candidate)) > limit:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current = candidate
            if current:
                chunks.append(repr(current))
        return chunks

    def _bytes(self, object, put, indent, allowance, context, level):
        if len(object) <= 4:
            put(repr(object))
            return
        parens = level == 1
        if parens:
            indent += 1
            allowance += 1
            put('(')
        between = ''
        for chunk in _byte_chunks(object, self._width - indent, allowance):
            put(between + chunk)
            between = between or '\n' + ' ' * indent
        if parens:
            put(')')

    def _namespace(self, object, put, indent, allowance, context, level):
        name = 'namespace' if type(object) is _types.SimpleNamespace else object.__class__.__name__
        put(name + '(')
        self._attributes(object.__dict__.items(), put, indent + len(name) + 1, allowance, context, level)
        put(')')

    def _default_dict(self, object, put, indent, allowance, context, level):
        if not object:
            put(repr(object))
            return
        name = object.__class__.__name__
        indent += len(name) + 1
        put(f"{name}({self._repr(object.default_factory, context, level)},\n{' ' * indent}")
        self._dict(object, put, indent, allowance + 1, context, level)
        put(')')

    def _counter(self, object, put, indent, allowance, context, level):
        if not object:
            put(repr(object))
            return
        name = object.__class__.__name__
        put(name + '({')
        if self._indent_per_level > 1:
            put((self._indent_per_level - 1) * ' ')
        self._dict_items(object.most_common(), put, indent + len(name) + 1, allowance + 2, context, level)
        put('})')

    def _deque(self, object, put, indent, allowance, context, level):
        if not object:
            put(repr(object))
            return
        name = object.__class__.__name__
        indent += len(name) + 1
        put(name + '([')
        if object.maxlen is None:
            self._items(object, put, indent, allowance + 2, context, level)
            put('])')
        else:
            self._items(object, put, indent, 2, context, level)
            put(f"],\n{' ' * indent}maxlen={self._repr(object.maxlen, context, level)})")

    def _bytearray(self, object, put, indent, allowance, context, level):
        put('bytearray(')
        self._bytes(bytes(object), put, indent + 10, allowance + 1, context, level + 1)
        put(')')

    def _chain_map(self, object, put, indent, allowance, context, level):
        if not object.maps:
            put(repr(object))
            return
        name = object.__class__.__name__
        put(name + '(')
        indent += len(name) + 1
        for place, each in enumerate(object.maps):
            last = place == len(object.maps) - 1
            self._format(each, put, indent, allowance + 1 if last else 1, context, level)
            put(')' if last else ',\n' + ' ' * indent)

    def _wrapper(self, object, put, indent, allowance, context, level):
        """UserDict, UserList, UserString."""
        self._format(object.data, put, indent, allowance, context, level - 1)

    def _proxy(self, object, put, indent, allowance, context, level):
        put('mappingproxy(')
        self._format(object.copy(), put, indent + 13, allowance + 1, context, level)
        put(')')

    def _dict_items(self, items, put, indent, allowance, context, level):
        indent += self._indent_per_level
        between = ',\n' + ' ' * indent
        last = len(items) - 1
        for place, (key, value) in enumerate(items):
            shown = self._repr(key, context, level)
            put(shown + ': ')
            self._format(value, put, indent + len(shown) + 2, allowance if place == last else 1, context, level)
            if place != last:
                put(between)

    def _attributes(self, items, put, indent, allowance, context, level):
        between = ',\n' + ' ' * indent
        last = len(items) - 1
        for place, (name, value) in enumerate(items):
            put(name + '=')
            if id(value) in context:
                put("...")
            else:
                self._format(value, put, indent + len(name) + 1, allowance if place == last else 1, context, level)
            if place != last:
                put(between)

    def _items(self, items, put, indent, allowance, context, level):
        indent += self._indent_per_level
        if self._indent_per_level > 1:
            put((self._indent_per_level - 1) * ' ')
        line_break = ',\n' + ' ' * indent
        between = ''
        width = room = self._width - indent + 1
        items = list(items)
        for place, item in enumerate(items):
            last = place == len(items) - 1
            if last:
                room -= allowance
                width -= allowance
            if self._compact:
                text = self._repr(item, context, level)
                needed = len(text) + 2
                if room < needed:
                    room = width
                    if between:
                        between = line_break
                if room >= needed:
                    room -= needed
                    put(between + text)
                    between = ', '
                    continue
            put(between)
            between = line_break
            self._format(item, put, indent, allowance if last else 1, context, level)

    def _safe_repr(self, object, context, maxlevels, level):
        kind = type(object)
        if kind in (str, bytes, bytearray, float, complex, bool, type(None)):
            return repr(object), True, False
        method = kind.__repr__
        if issubclass(kind, int) and method is int.__repr__:
            return (f"{object:_d}" if self._underscore_numbers else repr(object)), True, False
        is_dict = issubclass(kind, dict) and method is dict.__repr__
        is_list = issubclass(kind, list) and method is list.__repr__
        if not (is_dict or is_list or (issubclass(kind, tuple) and method is tuple.__repr__)):
            text = repr(object)
            return text, bool(text) and not text.startswith('<'), False
        if not object:
            return ('{}' if is_dict else '[]' if is_list else '()'), True, False
        if maxlevels and level >= maxlevels:
            return ('{...}' if is_dict else '[...]' if is_list else '(...)'), False, id(object) in context
        if id(object) in context:
            return _recursion(object), False, True
        context[id(object)] = 1
        readable, recursive = True, False
        parts = []
        pairs = is_dict and (sorted(object.items(), key=_safe_pair) if self._sort_dicts else object.items())
        for item in pairs if is_dict else object:
            texts = []
            for one in item if is_dict else (item,):
                text, can_read, again = self.format(one, context, maxlevels, level + 1)
                texts.append(text)
                readable, recursive = readable and can_read, recursive or again
            parts.append(': '.join(texts))
        del context[id(object)]
        form = '{%s}' if is_dict else '[%s]' if is_list else '(%s,)' if len(object) == 1 else '(%s)'
        return form % ', '.join(parts), readable, recursive


def _own_repr(object):
    """Whether a data class was given a __repr__ of its own."""
    method = type(object).__repr__
    return '__repr__' not in type(object).__dict__ or getattr(method, '__module__', None) != 'dataclasses'


def _words(line):
    """A line cut into words, each with the blanks that follow it."""
    parts, start, blanks = [], 0, False
    for place, char in enumerate(line):
        if char.isspace():
            blanks = True
        elif blanks:
            parts.append(line[start:place])
            start, blanks = place, False
    parts.append(line[start:])
    return parts


def _byte_chunks(object, width, allowance):
    current = b''
    last = len(object) // 4 * 4
    for place in range(0, len(object), 4):
        part = object[place:place + 4]
        candidate = current + part
        if place == last:
            width -= allowance
        if len(repr(candidate)) > width:
            if current:
                yield repr(current)
            current = part
        else:
            current = candidate
    if current:
        yield repr(current)


_PRINTERS = {dict.__repr__: PrettyPrinter._dict, list.__repr__: PrettyPrinter._list,
             tuple.__repr__: PrettyPrinter._tuple, set.__repr__: PrettyPrinter._set,
             frozenset.__repr__: PrettyPrinter._set, str.__repr__: PrettyPrinter._str,
             bytes.__repr__: PrettyPrinter._bytes, _types.SimpleNamespace.__repr__: PrettyPrinter._namespace,
             type(type.__dict__).__repr__: PrettyPrinter._proxy,
             _collections.OrderedDict.__repr__: PrettyPrinter._ordered_dict,
             _collections.defaultdict.__repr__: PrettyPrinter._default_dict,
             _collections.Counter.__repr__: PrettyPrinter._counter,
             _collections.deque.__repr__: PrettyPrinter._deque, bytearray.__repr__: PrettyPrinter._bytearray,
             _collections.ChainMap.__repr__: PrettyPrinter._chain_map,
             _collections.UserDict.__repr__: PrettyPrinter._wrapper,
             _collections.UserList.__repr__: PrettyPrinter._wrapper,
             _collections.UserString.__repr__: PrettyPrinter._wrapper}
