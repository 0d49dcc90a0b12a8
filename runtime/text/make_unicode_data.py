"""Prints runtime/lib/_unicode_data.py, made from the Unicode data of the Python that runs this (3.11: Unicode 14).

Run by hand when the version changes: python3 runtime/text/make_unicode_data.py > runtime/lib/_unicode_data.py
"""
import textwrap
import unicodedata


def show(name, comment, text):
    print(f"\n# {comment}\n{name} = (")
    for line in textwrap.wrap(text, 105, break_long_words=False):
        print(f'    "{line} "')
    print(")")


def properties(character):
    return ",".join([unicodedata.category(character), unicodedata.bidirectional(character),
                     str(unicodedata.combining(character)), unicodedata.east_asian_width(character),
                     str(unicodedata.mirrored(character))])


def ranges():
    kinds, runs, last = {}, [], None
    for code in range(0x110000):
        kind = kinds.setdefault(properties(chr(code)), len(kinds))
        if kind != last:
            runs.append((code, kind))
        last = kind
    return kinds, runs


def deltas(pairs):
    last = 0
    for code, rest in pairs:
        yield f"{code - last:x}:{rest}"
        last = code


def main():
    print('"""Unicode 14, as unicodedata reads it. Made by runtime/text/make_unicode_data.py."""')
    kinds, runs = ranges()
    show("KINDS", "category,bidirectional,combining,width,mirrored", " ".join(kinds))
    show("RUNS", "where a kind begins, as the distance from the one before: its number", " ".join(deltas(runs)))
    codes = [c for c in range(0x110000) if unicodedata.decomposition(chr(c)) and not 0xAC00 <= c <= 0xD7A3]
    show("DECOMPOSITIONS", "distance:code points, with the tag first",
         " ".join(deltas((c, unicodedata.decomposition(chr(c)).replace(" ", ",")) for c in codes)))
    exclusions = [c for c in codes if "<" not in unicodedata.decomposition(chr(c))
                  and unicodedata.normalize("NFC", chr(c)) != chr(c)]
    show("EXCLUSIONS", "not composed again", " ".join(deltas((c, "") for c in exclusions)))
    numbers = []
    for code in range(0x110000):
        character = chr(code)
        value = unicodedata.numeric(character, None)
        if value is not None:
            from fractions import Fraction
            shown = Fraction(value).limit_denominator(1000)
            kind = "d" if character.isdecimal() else "g" if character.isdigit() else "n"
            numbers.append((code, f"{kind}{shown}"))
    show("NUMBERS", "distance:value; d decimal, g digit, n any other", " ".join(deltas(numbers)))


main()
