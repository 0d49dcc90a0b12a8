"""Constants of character classes, capwords, Template and Formatter."""

__all__ = [
    "ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits",
    "printable", "punctuation", "whitespace", "Formatter", "Template",
]

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Each word with a capital first letter, the words joined by sep or one space."""
    return (sep or " ").join(word.capitalize() for word in s.split(sep))


_ABSENT = {}


class _Chained:
    """A mapping in front of another."""

    def __init__(self, first, second):
        self.first = first
        self.second = second

    def __getitem__(self, key):
        try:
            return self.first[key]
        except KeyError:
            return self.second[key]


class _Pattern:
    """Template.pattern: made when first asked for, as most programs use no template."""

    def __get__(self, instance, owner):
        Template.pattern = _placeholders(Template)
        return Template.pattern


def _placeholders(cls):
    import re
    pattern = cls.__dict__.get("pattern")
    if pattern is None or isinstance(pattern, _Pattern):
        mark = re.escape(cls.delimiter)
        braced = cls.braceidpattern or cls.idpattern
        pattern = rf"{mark}(?:(?P<escaped>{mark})|(?P<named>{cls.idpattern})|{{(?P<braced>{braced})}}|(?P<invalid>))"
    return re.compile(pattern, cls.flags | re.VERBOSE)


class Template:
    """Text with $name and ${name} in it, to be filled in.

    Subclasses say otherwise by delimiter, idpattern, braceidpattern and flags, or by the whole pattern, whose groups
    are escaped, named, braced and invalid.
    """

    delimiter = "$"
    idpattern = r"(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = 2  # re.IGNORECASE
    pattern = _Pattern()

    def __init_subclass__(cls):
        super().__init_subclass__()
        cls.pattern = _placeholders(cls)

    def __init__(self, template):
        self.template = template

    def _complain(self, found):
        position = found.start("invalid")
        lines = self.template[:position].splitlines(keepends=True)
        line, column = (len(lines), position - len("".join(lines[:-1]))) if lines else (1, 1)
        raise ValueError("Invalid placeholder in string: line %d, col %d" % (line, column))

    def _values(self, mapping, keywords):
        if mapping is _ABSENT:
            return keywords
        return _Chained(keywords, mapping) if keywords else mapping

    def _unknown(self):
        raise ValueError("Unrecognized named group in pattern", self.pattern)

    def substitute(self, mapping=_ABSENT, /, **kws):
        """Fill in; a missing name is a KeyError, a wrong placeholder a ValueError."""
        values = self._values(mapping, kws)

        def replace(found):
            name = found["named"] or found["braced"]
            if name is not None:
                return str(values[name])
            if found["escaped"] is not None:
                return self.delimiter
            if found["invalid"] is not None:
                self._complain(found)
            self._unknown()
        return self.pattern.sub(replace, self.template)

    def safe_substitute(self, mapping=_ABSENT, /, **kws):
        """Fill in what is there and leave the rest as it stands."""
        values = self._values(mapping, kws)

        def replace(found):
            name = found["named"] or found["braced"]
            if name is not None:
                try:
                    return str(values[name])
                except KeyError:
                    return found.group()
            if found["escaped"] is not None:
                return self.delimiter
            if found["invalid"] is not None:
                return found.group()
            self._unknown()
        return self.pattern.sub(replace, self.template)

    def is_valid(self):
        for found in self.pattern.finditer(self.template):
            if found["invalid"] is not None:
                return False
            if found["named"] is None and found["braced"] is None and found["escaped"] is None:
                self._unknown()
        return True

    def get_identifiers(self):
        names = []
        for found in self.pattern.finditer(self.template):
            name = found["named"] or found["braced"]
            if name is not None and name not in names:
                names.append(name)
            elif name is None and found["invalid"] is None and found["escaped"] is None:
                self._unknown()
        return names


def _split_field(text, at):
    """The field that begins at `at`, after its brace: (name, conversion, spec, end)."""
    start = at
    while at < len(text) and text[at] not in "}:!":
        if text[at] == "{":
            raise ValueError("unexpected '{' in field name")
        if text[at] == "[":
            while at < len(text) and text[at] != "]":
                at += 1
        at += 1
    if at >= len(text):
        raise ValueError("expected '}' before end of string")
    name, conversion = text[start:at], None
    if text[at] == "!":
        if at + 1 >= len(text):
            raise ValueError("end of string while looking for conversion specifier")
        conversion = text[at + 1]
        at += 2
        if at >= len(text):
            raise ValueError("unmatched '{' in format spec")
        if text[at] not in ":}":
            raise ValueError("expected ':' after conversion specifier")
    if text[at] == "}":
        return name, conversion, "", at + 1
    at += 1
    start, depth = at, 1
    while at < len(text):
        depth += (text[at] == "{") - (text[at] == "}")
        if depth == 0:
            return name, conversion, text[start:at], at + 1
        at += 1
    raise ValueError("unmatched '{' in format spec")


def _parse(text):
    at, literal = 0, ""
    while at < len(text):
        character = text[at]
        if character not in "{}":
            start = at
            while at < len(text) and text[at] not in "{}":
                at += 1
            literal += text[start:at]
        elif text[at + 1:at + 2] == character:
            yield literal + character, None, None, None
            literal = ""
            at += 2
        elif character == "}":
            raise ValueError("Single '}' encountered in format string")
        elif at + 1 == len(text):
            raise ValueError("Single '{' encountered in format string")
        else:
            name, conversion, spec, at = _split_field(text, at + 1)
            yield literal, name, spec, conversion
            literal = ""
    if literal:
        yield literal, None, None, None


def _steps(rest):
    at = 0
    while at < len(rest):
        start = at + 1
        if rest[at] == ".":
            at = start
            while at < len(rest) and rest[at] not in ".[":
                at += 1
            if at == start:
                raise ValueError("Empty attribute in format string")
            yield True, rest[start:at]
        elif rest[at] == "[":
            end = rest.find("]", start)
            if end < 0:
                raise ValueError("Missing ']' in format string")
            if end == start:
                raise ValueError("Empty attribute in format string")
            item = rest[start:end]
            yield False, int(item) if item.isdecimal() else item
            at = end + 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")


class Formatter:
    """str.format in parts that a subclass can replace."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used_args = set()
        result, _ = self._vformat(format_string, args, kwargs, used_args, 2)
        self.check_unused_args(used_args, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError("Max string recursion exceeded")
        result = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                result.append(literal)
            if name is None:
                continue
            if name == "":
                if auto_arg_index is False:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                name = str(auto_arg_index)
                auto_arg_index += 1
            elif name.isdigit():
                if auto_arg_index:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                auto_arg_index = False
            value, used = self.get_field(name, args, kwargs)
            used_args.add(used)
            value = self.convert_field(value, conversion)
            spec, auto_arg_index = self._vformat(spec, args, kwargs, used_args, recursion_depth - 1, auto_arg_index)
            result.append(self.format_field(value, spec))
        return "".join(result), auto_arg_index

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == "s":
            return str(value)
        if conversion == "r":
            return repr(value)
        if conversion == "a":
            return ascii(value)
        raise ValueError(f"Unknown conversion specifier {conversion!s}")

    def parse(self, format_string):
        """(literal, field name, specification, conversion) for each piece."""
        return _parse(format_string)

    def get_field(self, field_name, args, kwargs):
        end = min((at for at in (field_name.find("."), field_name.find("[")) if at >= 0), default=len(field_name))
        first = field_name[:end]
        if first.isdecimal():
            first = int(first)
        value = self.get_value(first, args, kwargs)
        for is_attribute, name in _steps(field_name[end:]):
            value = getattr(value, name) if is_attribute else value[name]
        return value, first
