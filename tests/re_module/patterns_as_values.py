import copy
import re

p = re.compile("(?P<a>x)(y)", re.I)
print(p.groups, dict(p.groupindex), p.pattern, p.flags, p == re.compile("(?P<a>x)(y)", re.I), p == re.compile("x"))
print(hash(p) == hash(re.compile("(?P<a>x)(y)", re.I)), copy.copy(p) is p, copy.deepcopy(p) is p, p is re.compile(p))
print(re.compile("x" * 300), re.Pattern, re.Match, type(p.scanner("")).__name__)
s = p.scanner("xyXY-xy")
print(s.match(), s.search(), s.match(), s.match(), s.pattern is p)
print(re.escape("a.b*c[d] é\n"), re.escape(b"a-b"), re.Pattern[str], re.split("(-)|,", "a-b,c", maxsplit=1))
scanner = re.Scanner([(r"\d+", lambda scanner, text: int(text)), (r"\s+", None), ("[a-z]+", "word")])
print(scanner.scan("12 ab 3 !x"))
# expect: 2 {'a': 1} (?P<a>x)(y) 34 True False
# expect: True True True True
# expect: re.compile('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx) <class 're.Pattern'> <class 're.Match'> SRE_Scanner
# expect: <re.Match object; span=(0, 2), match='xy'> <re.Match object; span=(2, 4), match='XY'> None None True
# expect: a\.b\*c\[d\]\ é\
# expect:  b'a\\-b' re.Pattern[str] ['a', '-', 'b,c']
# expect: ([12, 'word', 3], '!x')
