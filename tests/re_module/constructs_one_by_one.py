import re

for pattern, text in [("a++a", "aaa"), ("(?>a+)a", "aaa"), ("(?>a|ab)c", "abc"), ("(a)?(?(1)b|c)", "ab"), ("(a)?(?(1)b|c)", "c"),
                      (r"(\w)\1", "abccd"), ("(?P<q>['\"]).*?(?P=q)", "x 'a\"b' y"), ("(?<!a)b", "abb"), ("(?=.*c)ab", "abc"),
                      (r"\Aab\Z", "ab\n"), (r"ab$", "ab\n"), ("a{,2}", "aaa"), ("a{2", "a{2"), ("x{}", "x{}"), ("[]a]+", "a]"),
                      ("[^]a]", "b"), ("a|b|", "c"), ("(a|b)*?c", "abc"), (r"\u0041|\x42", "B"), ("(?:)*a", "a"),
                      (r"\Bx", "ax x"), (r"\B", ""), ("[a-]", "-"), ("[\\w-]+", "a-b"), ("(?#c)a(?:b)", "ab"), ("(a)|b", "b"),
                      ("((a)|b)*", "aba"), ("(a*)*", "b"), ("(?i)İ", "i"), (r"\d+", "٣४5"), (r"\s", "\x1c"), ("a.c", "a\nc")]:
    m = re.search(pattern, text)
    print(pattern, m and (m.span(), m.groups(), m.lastindex))
# expect: a++a None
# expect: (?>a+)a None
# expect: (?>a|ab)c None
# expect: (a)?(?(1)b|c) ((0, 2), ('a',), 1)
# expect: (a)?(?(1)b|c) ((0, 1), (None,), None)
# expect: (\w)\1 ((2, 4), ('c',), 1)
# expect: (?P<q>['"]).*?(?P=q) ((2, 7), ("'",), 1)
# expect: (?<!a)b ((2, 3), (), None)
# expect: (?=.*c)ab ((0, 2), (), None)
# expect: \Aab\Z None
# expect: ab$ ((0, 2), (), None)
# expect: a{,2} ((0, 2), (), None)
# expect: a{2 ((0, 3), (), None)
# expect: x{} ((0, 3), (), None)
# expect: []a]+ ((0, 2), (), None)
# expect: [^]a] ((0, 1), (), None)
# expect: a|b| ((0, 0), (), None)
# expect: (a|b)*?c ((0, 3), ('b',), 1)
# expect: \u0041|\x42 ((0, 1), (), None)
# expect: (?:)*a ((0, 1), (), None)
# expect: \Bx ((1, 2), (), None)
# expect: \B None
# expect: [a-] ((0, 1), (), None)
# expect: [\w-]+ ((0, 3), (), None)
# expect: (?#c)a(?:b) ((0, 2), (), None)
# expect: (a)|b ((0, 1), (None,), None)
# expect: ((a)|b)* ((0, 3), ('a', 'a'), 1)
# expect: (a*)* ((0, 0), ('',), 1)
# expect: (?i)İ ((0, 1), (), None)
# expect: \d+ ((0, 3), (), None)
# expect: \s ((0, 1), (), None)
# expect: a.c None
