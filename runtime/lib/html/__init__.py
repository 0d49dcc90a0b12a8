# Text in HTML: what must be escaped, and what escapes stand for.
import re as _re

__all__ = ["escape", "unescape"]


def escape(s, quote=True):
    """&, < and > as HTML writes them in a text; quotes too, for attributes."""
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return s.replace('"', "&quot;").replace("'", "&#x27;") if quote else s


# What numbers from 128 to 159 mean where they stand for a character of Windows.
_WINDOWS = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ"

_reference = _re.compile(r"&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)")


def _is_no_character(number):
    return (1 <= number <= 8 or number == 11 or 14 <= number <= 31 or 127 <= number <= 159
            or 0xFDD0 <= number <= 0xFDEF or number & 0xFFFE == 0xFFFE)


def _replacement(found):
    text = found[1]
    if text[0] == "#":
        digits = text[1:].rstrip(";")
        number = int(digits[1:], 16) if digits[0] in "xX" else int(digits)
        if 128 <= number <= 159:
            return _WINDOWS[number - 128]
        if number == 0 or 0xD800 <= number <= 0xDFFF or number > 0x10FFFF:
            return "\uFFFD"
        return "" if _is_no_character(number) else chr(number)
    from .entities import html5
    if text in html5:
        return html5[text]
    for end in range(len(text) - 1, 1, -1):
        if text[:end] in html5:
            return html5[text[:end]] + text[end:]
    return "&" + text


def unescape(s):
    """Named and numbered characters as themselves."""
    return _reference.sub(_replacement, s) if "&" in s else s
