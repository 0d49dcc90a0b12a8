import re

m = re.match(r"(?P<first>\w+) (\w+)( x)?", "hello world!")
print(m.group(), m.group(1), m.group("first"), m[2], m.group(1, 2, 3))
print(m.groups(), m.groups("-"), m.groupdict())
print(m.span(), m.start(2), m.end("first"), m.span(3))
print(m.lastindex, m.lastgroup, m.regs, m.pos, m.endpos, m.string, m.re.pattern)
for which in (4, -1, "nobody", 1.5, None):
    try:
        m.group(which)
    except IndexError as error:
        print(type(error).__name__, error)
print(m)
# expect: hello world hello hello world ('hello', 'world', None)
# expect: ('hello', 'world', None) ('hello', 'world', '-') {'first': 'hello'}
# expect: (0, 11) 6 5 (-1, -1)
# expect: 2 None ((0, 11), (0, 5), (6, 11), (-1, -1)) 0 12 hello world! (?P<first>\w+) (\w+)( x)?
# expect: IndexError no such group
# expect: IndexError no such group
# expect: IndexError no such group
# expect: IndexError no such group
# expect: IndexError no such group
# expect: <re.Match object; span=(0, 11), match='hello world'>
