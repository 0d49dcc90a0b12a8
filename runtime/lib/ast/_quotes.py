"""How unparse() writes strings: with quotes that need no backslash where that can be."""
_SINGLE = ("'", '"')
_TRIPLE = ('"""', "'''")
_ALL = _SINGLE + _TRIPLE


def _escape(char, keep_whitespace):
    if keep_whitespace and char in '\n\t':
        return char
    if char == '\\' or not char.isprintable():
        return char.encode('unicode_escape').decode('ascii')
    return char


def _candidates(text, quotes, keep_whitespace):
    """The text with its escapes, and the quotes that could stand around it."""
    escaped = ''.join(_escape(char, keep_whitespace) for char in text)
    possible = [each for each in quotes if len(each) == 3 or '\n' not in escaped]
    possible = [each for each in possible if each not in escaped]
    if not possible:
        # repr() knows what to escape then; some quotes may still do.
        shown = repr(text)
        around = next((each for each in quotes if shown[0] in each), shown[0])
        return shown[1:-1], [around]
    if escaped:
        possible.sort(key=lambda each: each[0] == escaped[-1])
        if possible[0][0] == escaped[-1]:
            escaped = escaped[:-1] + '\\' + escaped[-1]
    return escaped, possible


def quoted(text, quotes):
    """The text in the first of the quotes that serves."""
    escaped, possible = _candidates(text, quotes, keep_whitespace=any(len(each) == 3 for each in quotes))
    return possible[0] + escaped + possible[0]


def fstring_pieces(pieces):
    """The inside of an f-string: pieces of text, which may have escapes, and of expressions, which may not."""
    made, quotes = [], list(_ALL)
    fallback = False
    for text, is_text in pieces:
        if is_text:
            text, possible = _candidates(text, quotes, keep_whitespace=True)
        else:
            possible = [each for each in quotes if each not in text]
            if '\n' in text:
                possible = [each for each in possible if each in _TRIPLE]
        if not set(possible) & set(quotes):
            fallback = True
            break
        quotes = [each for each in possible if each in quotes]
        made.append(text)
    if fallback:
        # One quote for all of it, chosen by the expressions; the texts are escaped for it.
        quotes = [each for each in _ALL if not any(each in text for text, is_text in pieces if not is_text)]
        quote = quotes[0] if quotes else '"""'
        made = [repr('"' + text)[2:-1].replace(quote[0], '\\' + quote[0]) if is_text else text
                for text, is_text in pieces]
        return quote + ''.join(made) + quote
    return quotes[0] + ''.join(made) + quotes[0]
