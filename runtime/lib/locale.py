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


def localeconv():
    """How numbers are written."""
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
    return localename


def getencoding():
    return "UTF-8"


def getpreferredencoding(do_setlocale=True):
    return "UTF-8"


def nl_langinfo(key):
    return "UTF-8" if key == CODESET else ""


def strcoll(a, b, /):
    return (a > b) - (a < b)


def strxfrm(string, /):
    return string


def format_string(f, val, grouping=False, monetary=False):
    """f % val, with the locale's separators."""
    return f % val


def format(percent, value, grouping=False, monetary=False, *additional):
    return percent % ((value,) + additional if additional else value)


def currency(val, symbol=True, grouping=False, international=False):
    raise ValueError("Currency formatting is not possible using the 'C' locale.")


def str(val):
    return "%.12g" % val


def delocalize(string):
    return string


def localize(string, grouping=False, monetary=False):
    return string


def atof(string, func=float):
    return func(delocalize(string))


def atoi(string):
    return int(delocalize(string))
