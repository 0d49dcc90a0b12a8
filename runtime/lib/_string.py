"""The parts of a format string, for string.Formatter."""


def _field_end(text, place):
    """Behind the closing brace of a field that begins at `place`."""
    depth, bracket = 1, False
    while place < len(text):
        char = text[place]
        if char == '[' and depth == 1:
            bracket = True
        elif char == ']':
            bracket = False
        elif not bracket and char == '{':
            depth += 1
        elif not bracket and char == '}':
            depth -= 1
            if not depth:
                return place
        place += 1
    raise ValueError("expected '}' before end of string")


def _split_field(field):
    bracket = False
    for place, char in enumerate(field):
        if char == '[':
            bracket = True
        elif char == ']':
            bracket = False
        elif char == '{' and not bracket:
            raise ValueError("unexpected '{' in field name")
        elif char in '!:' and not bracket:
            break
    else:
        return field, '', None
    name, rest = field[:place], field[place:]
    if rest[0] == ':':
        return name, rest[1:], None
    if len(rest) < 2:
        raise ValueError("end of string while looking for conversion specifier")
    conversion, rest = rest[1], rest[2:]
    if rest and rest[0] != ':':
        raise ValueError("expected ':' after conversion specifier")
    return name, rest[1:], conversion


def formatter_parser(format_string, /):
    """(literal, field name, format spec, conversion) of each piece; the last three None behind the last field."""
    if not isinstance(format_string, str):
        raise TypeError(f'expected str, got {type(format_string).__name__}')
    return _parse(format_string)


def _parse(text):
    literal, place = '', 0
    while place < len(text):
        char = text[place]
        if char not in '{}':
            literal += char
            place += 1
            continue
        if text[place:place + 2] == char * 2:
            yield literal + char, None, None, None
            literal, place = '', place + 2
            continue
        if char == '}':
            raise ValueError("Single '}' encountered in format string")
        if place + 1 == len(text):
            raise ValueError("Single '{' encountered in format string")
        end = _field_end(text, place + 1)
        name, spec, conversion = _split_field(text[place + 1:end])
        yield literal, name, spec, conversion
        literal, place = '', end + 1
    if literal:
        yield literal, None, None, None


def _number(text):
    return int(text) if text.isascii() and text.isdigit() else text


def formatter_field_name_split(field_name, /):
    """(first part, iterator over (is an attribute, name or index))"""
    if not isinstance(field_name, str):
        raise TypeError(f'expected str, got {type(field_name).__name__}')
    end = min((place for place in (field_name.find('.'), field_name.find('[')) if place >= 0),
              default=len(field_name))
    return _number(field_name[:end]), _rest(field_name[end:])


def _rest(text):
    while text:
        if text[0] == '.':
            end = min((place for place in (text.find('.', 1), text.find('[', 1)) if place >= 0), default=len(text))
            if end == 1:
                raise ValueError('Empty attribute in format string')
            yield True, text[1:end]
        elif text[0] == '[':
            end = text.find(']')
            if end < 0:
                raise ValueError("Missing ']' in format string")
            if end == 1:
                raise ValueError('Empty attribute in format string')
            yield False, _number(text[1:end])
            end += 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        text = text[end:]
