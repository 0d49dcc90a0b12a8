"""Texts for messages: shortened representations, names of classes, differences of unordered items."""
__unittest = True

_MAX_LENGTH = 80


def safe_repr(obj, short=False):
    try:
        result = repr(obj)
    except Exception:
        result = object.__repr__(obj)
    if not short or len(result) < _MAX_LENGTH:
        return result
    return result[:_MAX_LENGTH] + ' [truncated]...'


def strclass(cls):
    return f"{cls.__module__}.{cls.__qualname__}"


def _shorten(text, prefix_length, suffix_length):
    skipped = len(text) - prefix_length - suffix_length
    if skipped > 12:
        return f"{text[:prefix_length]}[{skipped} chars]{text[len(text) - suffix_length:]}"
    return text


def _common_prefix(texts):
    first, last = min(texts), max(texts)
    length = 0
    while length < len(first) and first[length] == last[length]:
        length += 1
    return first[:length]


def common_shorten_repr(*args):
    """The representations, with what long ones have in common shortened."""
    texts = [safe_repr(arg) for arg in args]
    longest = max(len(text) for text in texts)
    if longest <= _MAX_LENGTH:
        return tuple(texts)
    prefix = _common_prefix(texts)
    length = len(prefix)
    common_length = _MAX_LENGTH - (longest - length + 5 + 12)
    if common_length > 5:
        prefix = _shorten(prefix, 5, common_length)
        return tuple([prefix + text[length:] for text in texts])
    prefix = _shorten(prefix, 5, 5)
    return tuple([prefix + _shorten(text[length:], _MAX_LENGTH - 5 - 12 - 5 - 12 - 5, 5) for text in texts])


def three_way_cmp(x, y):
    """-1, 0 or 1."""
    return (x > y) - (x < y)


def count_differences(first, second):
    """Triples of count in first, count in second and item, for items whose counts differ."""
    first, second = list(first), list(second)
    try:
        from collections import Counter
        left, right = Counter(first), Counter(second)
    except TypeError:
        return _count_unhashable(first, second)
    found = [(count, right.get(item, 0), item) for item, count in left.items() if right.get(item, 0) != count]
    return found + [(0, count, item) for item, count in right.items() if item not in left]


def _count_unhashable(first, second):
    found = []
    while first:
        item = first[0]
        left, right = first.count(item), second.count(item)
        first = [other for other in first if other != item]
        second = [other for other in second if other != item]
        if left != right:
            found.append((left, right, item))
    while second:
        item = second[0]
        found.append((0, second.count(item), item))
        second = [other for other in second if other != item]
    return found
