"""Names and the patterns of shells: *, ?, [sequence], [!sequence]."""
import functools
import os
import re

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]


def fnmatch(name, pat):
    return fnmatchcase(os.path.normcase(name), os.path.normcase(pat))


@functools.lru_cache(maxsize=32768, typed=True)
def _matcher(pat):
    if isinstance(pat, bytes):
        return re.compile(bytes(translate(str(pat, "iso-8859-1")), "iso-8859-1")).match
    return re.compile(translate(pat)).match


def filter(names, pat):
    match = _matcher(os.path.normcase(pat))
    return [name for name in names if match(os.path.normcase(name))]


def fnmatchcase(name, pat):
    return _matcher(pat)(name) is not None


def _set_at(pat, start):
    """The expression of a [set] that begins at `start`, and where it ends; (None, start) when it is no set."""
    end = start + 1
    if pat[end:end + 1] == "!":
        end += 1
    if pat[end:end + 1] == "]":
        end += 1
    end = pat.find("]", end)
    if end < 0:
        return None, start
    inside = pat[start + 1:end]
    negated = inside.startswith("!")
    body = inside[1:] if negated else inside
    parts, at = [], 0
    while at < len(body):
        first = body[at]
        if body[at + 1:at + 2] == "-" and at + 2 < len(body):
            last = body[at + 2]
            if first <= last:  # a range that is empty matches nothing
                parts.append(f"{_quoted(first)}-{_quoted(last)}")
            at += 3
        else:
            parts.append(_quoted(first))
            at += 1
    if not parts:
        return ("." if negated else "(?!)"), end
    return f"[{'^' if negated else ''}{''.join(parts)}]", end


def _quoted(character):
    return "\\" + character if character in "\\]^-[&~|" else character


def translate(pat):
    """The pattern as a regular expression."""
    pieces, at = [], 0
    while at < len(pat):
        character = pat[at]
        if character == "*":
            if not pieces or pieces[-1] is not None:
                pieces.append(None)
        elif character == "?":
            pieces.append(".")
        elif character == "[":
            expression, at = _set_at(pat, at)
            pieces.append("\\[" if expression is None else expression)
        else:
            pieces.append(re.escape(character))
        at += 1
    # A star takes as little as lets the piece after it match: no need to come back to it.
    stars = [number for number, piece in enumerate(pieces) if piece is None]
    text = "".join(pieces[:stars[0]] if stars else pieces)
    for number, star in enumerate(stars):
        if number + 1 == len(stars):
            text += ".*" + "".join(pieces[star + 1:])
        else:
            text += "(?>.*?" + "".join(pieces[star + 1:stars[number + 1]]) + ")"
    return rf"(?s:{text})\Z"
