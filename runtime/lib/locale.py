# The locale: the C locale's conventions. Others can be named, not set.
LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)
CHAR_MAX = 127
CODESET = 14

__all__ = ["getlocale", "getdefaultlocale", "getpreferredencoding", "Error", "setlocale", "resetlocale", "localeconv",
           "strcoll", "strxfrm", "str", "atof", "atoi", "format", "format_string", "currency", "normalize",
           "LC_CTYPE", "LC_COLLATE", "LC_MESSAGES", "LC_TIME", "LC_MONETARY", "LC_NUMERIC", "LC_ALL", "CHAR_MAX",
           "getencoding"]


class Error(Exception):
    pass


_names = {category: "C" for category in range(6)}
_names[LC_CTYPE] = "C.UTF-8"


_override_localeconv = {}  # what a program says in place of the system


def localeconv():
    """How numbers are written."""
    return _conventions() | _override_localeconv


def _conventions():
    return {"int_curr_symbol": "", "currency_symbol": "", "mon_decimal_point": "", "mon_thousands_sep": "",
            "mon_grouping": [], "positive_sign": "", "negative_sign": "", "int_frac_digits": 127, "frac_digits": 127,
            "p_cs_precedes": 127, "p_sep_by_space": 127, "n_cs_precedes": 127, "n_sep_by_space": 127,
            "p_sign_posn": 127, "n_sign_posn": 127, "decimal_point": ".", "thousands_sep": "", "grouping": []}


def _said(category):
    if category != LC_ALL:
        return _names[category]
    if len(set(_names.values())) == 1:
        return _names[LC_CTYPE]
    words = ("LC_CTYPE", "LC_NUMERIC", "LC_TIME", "LC_COLLATE", "LC_MONETARY", "LC_MESSAGES")
    return ";".join(f"{word}={_names[i]}" for i, word in enumerate(words)) + \
        ";LC_PAPER=C;LC_NAME=C;LC_ADDRESS=C;LC_TELEPHONE=C;LC_MEASUREMENT=C;LC_IDENTIFICATION=C"


def setlocale(category, locale=None):
    """Names the locale of a category; only C, POSIX, C.UTF-8 and the user's default can be set."""
    if not isinstance(category, int) or not 0 <= category <= 6:
        raise Error("unsupported locale setting")
    if locale is None:
        return _said(category)
    if not isinstance(locale, type("")):
        locale = normalize("_".join(part for part in locale[:1]) + ("." + locale[1] if locale[1] else ""))
    if locale == "":
        import os
        locale = os.environ.get("LC_ALL") or os.environ.get("LANG") or "C"
        if locale not in ("C", "POSIX"):
            locale = "C.UTF-8"
    known = {"C": "C", "POSIX": "C", "C.UTF-8": "C.UTF-8", "C.utf8": "C.utf8"}
    if locale not in known:
        raise Error("unsupported locale setting")
    for one in range(6) if category == LC_ALL else (category,):
        _names[one] = known[locale]
    return _said(category)


def resetlocale(category=LC_ALL):
    setlocale(category, "C")


def getlocale(category=LC_CTYPE):
    """(language, encoding) of a category."""
    name = _names[LC_CTYPE if category == LC_ALL else category]
    return (None, None) if name == "C" else ("en_US", "UTF-8")


def getdefaultlocale(envvars=("LC_ALL", "LC_CTYPE", "LANG", "LANGUAGE")):
    import os
    for variable in envvars:
        value = os.environ.get(variable)
        if value:
            language, _, encoding = value.partition(".")
            return (None, None) if language == "C" and not encoding else (language, encoding or None)
    return None, None


def normalize(localename):
    """The full name, with an encoding, that a name stands for; names nobody knows as they are."""
    from _locale_names import normalize
    return normalize(localename)


def __getattr__(name):
    if name in ("locale_alias", "locale_encoding_alias"):
        import _locale_names
        return getattr(_locale_names, name)
    raise AttributeError(f"module 'locale' has no attribute {name!r}")


def getencoding():
    return "UTF-8"


def getpreferredencoding(do_setlocale=True):
    return "UTF-8"


def nl_langinfo(key):
    return "UTF-8" if key == CODESET else ""


def _without_nul(*texts):
    if any("\0" in text for text in texts):
        raise ValueError("embedded null character")


def strcoll(a, b, /):
    _without_nul(a, b)
    return (a > b) - (a < b)


def strxfrm(string, /):
    _without_nul(string)
    return string


_DIRECTIVE = r"%(?:\((?P<key>.*?)\))?(?P<modifiers>[-#0-9 +*.hlL]*?)[eEfFgGdiouxXcrs%]"


def _sizes(grouping):
    """How many digits each group has, from the right."""
    size = None
    for given in grouping:
        if given == CHAR_MAX:
            return
        if given == 0:
            if size is None:
                raise ValueError("invalid grouping")
            while True:
                yield size
        yield given
        size = given


def _group(text, monetary=False):
    """(the text with separators, how many characters they are)"""
    conventions = localeconv()
    separator = conventions["mon_thousands_sep" if monetary else "thousands_sep"]
    grouping = conventions["mon_grouping" if monetary else "grouping"]
    if not grouping:
        return text, 0
    rest = text.rstrip(" ")
    right = text[len(rest):]
    digits = rest.lstrip(" ")
    left = rest[:len(rest) - len(digits)]
    groups = []
    for size in _sizes(grouping):
        if not digits or digits[-1] not in "0123456789":
            break
        groups.append(digits[-size:])
        digits = digits[:-size]
    if digits:
        groups.append(digits)
    groups.reverse()
    return left + separator.join(groups) + right, len(separator) * (len(groups) - 1)


def _without_padding(text, amount):
    """The text without that many of the spaces it is padded with."""
    while amount and text.startswith(" "):
        text, amount = text[1:], amount - 1
    while amount and text.endswith(" "):
        text, amount = text[:-1], amount - 1
    return text


def _localize(formatted, grouping=False, monetary=False):
    if "." in formatted or "e" in formatted.lower() and not grouping:
        added = 0
        parts = formatted.split(".")
        if grouping:
            parts[0], added = _group(parts[0], monetary)
        formatted = localeconv()["mon_decimal_point" if monetary else "decimal_point"].join(parts)
    else:
        added = 0
        if grouping:
            formatted, added = _group(formatted, monetary)
    return _without_padding(formatted, added) if added else formatted


def _format(percent, value, grouping=False, monetary=False, *additional):
    formatted = percent % ((value,) + additional if additional else value)
    if percent[-1] in "eEfFgGdiu":
        return _localize(formatted, grouping, monetary)
    return formatted


def format_string(f, val, grouping=False, monetary=False):
    """f % val, with the locale's separators."""
    import re
    from collections.abc import Mapping
    directives = list(re.finditer(_DIRECTIVE, f))
    plain = re.sub(_DIRECTIVE, "%s", f)
    values = []
    if isinstance(val, Mapping):
        values = ["%" if found.group()[-1] == "%" else _format(found.group(), val, grouping, monetary)
                  for found in directives]
    else:
        val, at = val if isinstance(val, tuple) else (val,), 0
        for found in directives:
            if found.group()[-1] == "%":
                values.append("%")
                continue
            stars = found.group("modifiers").count("*")
            values.append(_format(found.group(), val[at], grouping, monetary, *val[at + 1:at + 1 + stars]))
            at += 1 + stars
    return plain % tuple(values)


def format(percent, value, grouping=False, monetary=False, *additional):
    """One number; format_string does more."""
    import re
    import warnings
    warnings.warn("This method will be removed in a future version of Python. Use 'locale.format_string()' instead.",
                  DeprecationWarning, stacklevel=2)
    found = re.match(_DIRECTIVE, percent)
    if not found or len(found.group()) != len(percent):
        raise ValueError(f"format() must be given exactly one %char format specifier, {percent!r} not valid")
    return _format(percent, value, grouping, monetary, *additional)


def currency(val, symbol=True, grouping=False, international=False):
    """An amount of money."""
    conventions = localeconv()
    digits = conventions["int_frac_digits" if international else "frac_digits"]
    if digits == CHAR_MAX:
        raise ValueError("Currency formatting is not possible using the 'C' locale.")
    text = "<" + _localize(f"%.{digits}f" % abs(val), grouping, monetary=True) + ">"  # < and >: where a sign may go
    if symbol:
        shown = conventions["int_curr_symbol" if international else "currency_symbol"]
        kind = "n" if val < 0 else "p"
        first, apart = conventions[kind + "_cs_precedes"], conventions[kind + "_sep_by_space"]
        if first:
            text = shown + (" " if apart else "") + text
        else:
            if international and shown.endswith(" "):
                shown = shown[:-1]
            text += (" " if apart else "") + shown
    place = conventions["n_sign_posn" if val < 0 else "p_sign_posn"]
    sign = conventions["negative_sign" if val < 0 else "positive_sign"]
    if place == 0:
        text = "(" + text + ")"
    elif place == 1:
        text = sign + text
    elif place == 2:
        text += sign
    elif place == 3:
        text = text.replace("<", sign)
    elif place == 4:
        text = text.replace(">", sign)
    else:  # nobody says
        text = sign + text
    return text.replace("<", "").replace(">", "")


def str(val):
    return _format("%.12g", val)


def delocalize(string):
    """A number as Python reads it."""
    conventions = localeconv()
    separator = conventions["thousands_sep"]
    if separator:
        string = string.replace(separator, "")
    point = conventions["decimal_point"]
    return string.replace(point, ".") if point else string


def localize(string, grouping=False, monetary=False):
    """A number as the locale writes it."""
    return _localize(string, grouping, monetary)


def atof(string, func=float):
    return func(delocalize(string))


def atoi(string):
    return int(delocalize(string))
