"""Prints unicode_tables.inc, made from the Unicode data of the Python that runs this (3.11: Unicode 14).

Run by hand when the version changes: python3 runtime/text/make_unicode_tables.py > runtime/text/unicode_tables.inc
"""
import unicodedata


def flags_of(character):
    after_letter = ("a" + character + "\u03a3").lower().endswith("\u03c2")
    cased = (character + "\u03a3").lower().endswith("\u03c2")
    answers = [
        character.isalpha(), character.isdecimal(), character.isdigit(), character.isnumeric(),
        character.isupper(), character.islower(), unicodedata.category(character) == "Lt", character.isspace(),
        character.isprintable(), character.isidentifier(), ("a" + character).isidentifier(),
        len(("a" + character + "b").splitlines()) > 1, after_letter and not cased, cased,
        is_special(character),
    ]
    return sum(1 << bit for bit, answer in enumerate(answers) if answer)


def is_special(character):
    mapped = character.upper(), character.lower(), character.title()
    return any(len(text) > 1 for text in mapped) or character.casefold() != character.lower()


def delta(character, mapped):
    return ord(mapped) - ord(character) if len(mapped) == 1 else 0


def record_of(character):
    flags = flags_of(character)
    digit = -1 if character.isdecimal() else unicodedata.digit(character, -1)
    return (flags, delta(character, character.upper()), delta(character, character.lower()),
            delta(character, character.title()), digit)


def tables():
    records, ranges, special = {}, [], []
    last = None
    for code in range(0x110000):
        character = chr(code)
        record = record_of(character)
        if record != last or character.isdecimal() and unicodedata.decimal(character) == 0:
            ranges.append(code << 8 | records.setdefault(record, len(records)))
            last = record
        if is_special(character):
            special.append((code, character.upper(), character.lower(), character.title(), character.casefold()))
    assert len(records) <= 256
    return list(records), ranges, special


def print_rows(items, width=118):
    line = ""
    for item in items:
        if len(line) + len(item) > width:
            print(line)
            line = ""
        line += item
    print(line)


def main():
    records, ranges, special = tables()
    print(f"// Made by make_unicode_tables.py from Unicode {unicodedata.unidata_version}.")
    print("const CharacterRecord kRecords[] = {")
    print_rows("{%d,%d,%d,%d,%d}," % record for record in records)
    print("};\nconst uint32_t kRanges[] = {")
    print_rows("0x%x," % item for item in ranges)
    print("};\nconst SpecialCase kSpecialCases[] = {")
    print_rows("{0x%x,{%s}}," % (code, ",".join("{%s}" % ",".join(str(ord(c)) for c in text) for text in texts))
               for code, *texts in special)
    print("};")


main()
