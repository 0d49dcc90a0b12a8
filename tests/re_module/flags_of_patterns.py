import re

print(re.I, re.I | re.M, re.RegexFlag(0), re.A, repr(re.NOFLAG), re.I.value, re.X | 1024)
print(re.compile("a", re.I), re.compile("a", re.A | re.S).flags, re.compile(b"a").flags, re.compile("(?x) a # b"))
print(re.findall("(?i)straße|ſ|k", "STRAßE S K ſ"), re.findall("(?a:\\w+)", "naïve"), re.findall("(?i:A)b", "ab aB Ab"))
print(re.findall(r"\w+", "naïve", re.A), re.findall(r"(?s).", "a\n"), re.findall(".", "a\n"))
print(re.findall(r"""(?x) a  b  # not this
                     [ ] c \  d""", "ab c d"))
for pattern, flags in [("a", re.L), (b"a", re.U), ("a", re.A | re.U), (b"a", re.A | re.L)]:
    try:
        re.compile(pattern, flags)
    except ValueError as error:
        print(error)
try:
    re.compile(re.compile("a"), re.I)
except ValueError as error:
    print(error)
# expect: re.IGNORECASE re.IGNORECASE|re.MULTILINE re.NOFLAG re.ASCII re.NOFLAG 2 re.VERBOSE|0x400
# expect: re.compile('a', re.IGNORECASE) 272 0 re.compile('(?x) a # b', re.VERBOSE)
# expect: ['STRAßE', 'S', 'K', 'ſ'] ['na', 've'] ['ab', 'Ab']
# expect: ['na', 've'] ['a', '\n'] ['a']
# expect: ['ab c d']
# expect: cannot use LOCALE flag with a str pattern
# expect: cannot use UNICODE flag with a bytes pattern
# expect: ASCII and UNICODE flags are incompatible
# expect: ASCII and LOCALE flags are incompatible
# expect: cannot process flags argument with a compiled pattern
