# Subscripts alone make a class of a script iterable, but not a match or a union.
import re

match = re.match('(a)(b)', 'ab')
for call in (lambda: list(match), lambda: iter(int | str), lambda: 'a' in match, lambda: [*match],
             lambda: ''.join(match)):
    try:
        print(call())
    except TypeError as error:
        print(error)


class Subscripts:
    def __getitem__(self, index):
        if index > 2:
            raise IndexError
        return index


print(list(Subscripts()), 2 in Subscripts(), list(reversed(memoryview(b'ab'))))
print(list[print], dict[len, staticmethod(len)], tuple[int, ...], list[list[int]])
# expect: 're.Match' object is not iterable
# expect: 'types.UnionType' object is not iterable
# expect: argument of type 're.Match' is not iterable
# expect: Value after * must be an iterable, not re.Match
# expect: can only join an iterable
# expect: [0, 1, 2] True [98, 97]
# expect: list[print] dict[len, len] tuple[int, ...] list[list[int]]
