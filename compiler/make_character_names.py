"""Writes character_name_data.cpp: the names of characters as CPython's unicodedata has them. Run with CPython 3.11:

python3 compiler/make_character_names.py > compiler/character_name_data.cpp
"""
import collections
import re
import textwrap
import unicodedata

# By a rule, in character_names.cpp.
RULED = ('CJK UNIFIED IDEOGRAPH-', 'CJK COMPATIBILITY IDEOGRAPH-', 'KHITAN SMALL SCRIPT CHARACTER-', 'NUSHU CHARACTER-',
         'HANGUL SYLLABLE ')
DIGITS = ''.join(map(chr, range(0x21, 0x7F))).translate({ord(c): None for c in '")?\\'})  # ? could begin a trigraph
ONE, TWO = 60, 28  # how many of the digits stand for a word alone, and begin one of two digits

HEADER = '''\
// The names of the characters of Unicode {version} that follow no rule. Data only, made by make_character_names.py;
// character_names.cpp reads it.
//
// A name is a list of words, a word is a number: its place in kCharacterNameWords, the most frequent first. Numbers are
// written in the 90 characters of kCharacterNameDigits: the first {one} are words of one digit, the next {two} begin
// words of two, the others of three. A space ends a name. kNamedRanges tells which code points the names belong to, in
// order.
#include "compiler/character_name_data.h"

namespace gillab::compiler {{

// clang-format off
const std::string_view kCharacterNameDigits =
    "{digits}";
'''


def digits_of(number):
    if number < ONE:
        return DIGITS[number]
    number -= ONE
    if number < TWO * 90:
        return DIGITS[ONE + number // 90] + DIGITS[number % 90]
    number -= TWO * 90
    return DIGITS[ONE + TWO + number // 8100] + DIGITS[number // 90 % 90] + DIGITS[number % 90]


def ranges_of(code_points):
    ranges = []
    for code_point in code_points:
        if ranges and ranges[-1][1] == code_point - 1:
            ranges[-1][1] = code_point
        else:
            ranges.append([code_point, code_point])
    return ranges


def print_list(name, count, kind, entries):
    print(f'\nconst {kind} {name}[] = {{')
    unbroken = ', '.join(entry.replace(' ', '\xa0') for entry in entries)
    lines = textwrap.fill(unbroken, 119, initial_indent='    ', subsequent_indent='    ', break_long_words=False,
                          break_on_hyphens=False)
    print(lines.replace('\xa0', ' ') + ',')
    print('};')
    print(f'const size_t {count} = sizeof {name} / sizeof {name}[0];')


def print_text(name, text):
    print(f'\nconst std::string_view {name} =')
    print('\n'.join(f'    "{text[at:at + 114]}"' for at in range(0, len(text), 114)) + ';')


def aliases():
    """Read from the file there is: unicodedata looks them up but does not list them."""
    with open(__file__.rpartition('/')[0] + '/character_name_data.cpp', encoding='ascii') as file:
        return re.findall(r'\{("[^"]*"), (0x[0-9A-F]+)\}', file.read())


def main():
    known = aliases()
    names = {}
    for code_point in range(0x110000):
        name = unicodedata.name(chr(code_point), None)
        if name and not name.startswith(RULED):
            names[code_point] = name
    frequencies = collections.Counter(word for name in names.values() for word in name.split(' '))
    words = [word for word, _ in frequencies.most_common()]
    written = {word: digits_of(number) for number, word in enumerate(words)}
    print(HEADER.format(version=unicodedata.unidata_version.partition('.')[0], one=ONE, two=TWO, digits=DIGITS), end='')
    print_list('kNamedRanges', 'kNamedRangeCount', 'NamedRange',
               [f'{{0x{first:X}, 0x{last:X}}}' for first, last in ranges_of(names)])
    print_list('kNamedAliases', 'kNamedAliasCount', 'NamedAlias', [f'{{{name}, {number}}}' for name, number in known])
    print_text('kCharacterNameWords', ' '.join(words))
    spelt = (''.join(written[word] for word in name.split(' ')) for name in names.values())
    print_text('kCharacterNames', ' '.join(spelt))
    print('// clang-format on\n\n}  // namespace gillab::compiler')


if __name__ == '__main__':
    import contextlib
    import io
    with contextlib.redirect_stdout(io.StringIO()) as text:  # the file it may go to is read first
        main()
    print(text.getvalue(), end='')
