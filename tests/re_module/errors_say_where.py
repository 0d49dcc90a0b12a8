import re

for pattern in ["(", "[a", "a**", "(?P<n", "*a", r"\1", "a{2,1}", "(?<=a+)b", "(?z)", "[z-a]", "\\", "(?P<1>a)",
                "a\n(", ")", "(?P=x)", "(?P<x>a)(?P<x>b)", "(?(1)a|b|c)", "(?(2)a)", "(?i", "(?i-", "a(?i)", r"\x1",
                r"\777", r"\q", "(?P>", "(?<a)", "[a-\\d]", "(?#", "(a\\1)", "(?-u:a)", "x{99999999999}", "(?i-i:a)",
                "(?aL:x)", "(?P<é>.)(?P=e)", "(?<=(a)\\1)", "[\\", "(?(0)a)", "(?(a)b)", "\\8", "(?:a"]:
    try:
        re.compile(pattern)
        print(repr(pattern), "fine")
    except (re.error, OverflowError) as error:
        print(repr(pattern), error, getattr(error, "pos", "-"), getattr(error, "colno", "-"))
for pattern in [b"\xe9(", b"(?u)", rb"(?P<\xe9>a)", rb"\u0041"]:
    try:
        re.compile(pattern)
    except re.error as error:
        print(pattern, error)
# expect: '(' missing ), unterminated subpattern at position 0 0 1
# expect: '[a' unterminated character set at position 0 0 1
# expect: 'a**' multiple repeat at position 2 2 3
# expect: '(?P<n' missing >, unterminated name at position 4 4 5
# expect: '*a' nothing to repeat at position 0 0 1
# expect: '\\1' invalid group reference 1 at position 1 1 2
# expect: 'a{2,1}' min repeat greater than max repeat at position 2 2 3
# expect: '(?<=a+)b' look-behind requires fixed-width pattern None None
# expect: '(?z)' unknown extension ?z at position 1 1 2
# expect: '[z-a]' bad character range z-a at position 1 1 2
# expect: '\\' bad escape (end of pattern) at position 0 0 1
# expect: '(?P<1>a)' bad character in group name '1' at position 4 4 5
# expect: 'a\n(' missing ), unterminated subpattern at position 2 (line 2, column 1) 2 1
# expect: ')' unbalanced parenthesis at position 0 0 1
# expect: '(?P=x)' unknown group name 'x' at position 4 4 5
# expect: '(?P<x>a)(?P<x>b)' redefinition of group name 'x' as group 2; was group 1 at position 12 12 13
# expect: '(?(1)a|b|c)' conditional backref with more than two branches at position 8 8 9
# expect: '(?(2)a)' invalid group reference 2 at position 3 3 4
# expect: '(?i' missing -, : or ) at position 3 3 4
# expect: '(?i-' missing flag at position 4 4 5
# expect: 'a(?i)' global flags not at the start of the expression at position 1 1 2
# expect: '\\x1' incomplete escape \x1 at position 0 0 1
# expect: '\\777' octal escape value \777 outside of range 0-0o377 at position 0 0 1
# expect: '\\q' bad escape \q at position 0 0 1
# expect: '(?P>' unknown extension ?P> at position 1 1 2
# expect: '(?<a)' unknown extension ?<a at position 1 1 2
# expect: '[a-\\d]' bad character range a-\d at position 1 1 2
# expect: '(?#' missing ), unterminated comment at position 0 0 1
# expect: '(a\\1)' cannot refer to an open group at position 2 2 3
# expect: '(?-u:a)' bad inline flags: cannot turn off flags 'a', 'u' and 'L' at position 4 4 5
# expect: 'x{99999999999}' the repetition number is too large - -
# expect: '(?i-i:a)' bad inline flags: flag turned on and off at position 5 5 6
# expect: '(?aL:x)' bad inline flags: cannot use 'L' flag with a str pattern at position 4 4 5
# expect: '(?P<é>.)(?P=e)' unknown group name 'e' at position 12 12 13
# expect: '(?<=(a)\\1)' cannot refer to group defined in the same lookbehind subpattern at position 9 9 10
# expect: '[\\' bad escape (end of pattern) at position 1 1 2
# expect: '(?(0)a)' bad group number at position 3 3 4
# expect: '(?(a)b)' unknown group name 'a' at position 3 3 4
# expect: '\\8' invalid group reference 8 at position 1 1 2
# expect: '(?:a' missing ), unterminated subpattern at position 0 0 1
# expect: b'\xe9(' missing ), unterminated subpattern at position 1
# expect: b'(?u)' bad inline flags: cannot use 'u' flag with a bytes pattern at position 3
# expect: b'(?P<\\xe9>a)' bad character in group name '\\xe9' at position 4
# expect: b'\\u0041' bad escape \u at position 0
