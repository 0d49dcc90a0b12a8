import re

print(re.sub(r"(\w+) (\w+)", r"\2 \1 \g<0> \g<1>\n\t\\", "one two"))
print(re.sub("(?P<x>a)|(b)", r"<\g<x>\2>", "ab"), re.sub("a", r"\101\060", "a"))
print(re.sub("a", lambda m: m.group().upper() * 2, "banana", count=2), re.sub("a", lambda m: None, "banana"))
print(re.subn(b"a", b"[\\g<0>]", b"banana"), re.sub("z", "y", "abc"), re.sub("a", "b", "aaa", 1))
for template in [r"\2", r"\g<x>", r"\g<1", r"\q", r"\g", r"\g<>", r"\g<-1>", r"\400", "\\"]:
    try:
        print(re.sub("(a)", template, "a"))
    except (re.error, IndexError) as error:
        print(type(error).__name__, error)
for replacement in [1, b"x"]:
    try:
        re.sub("a", replacement, "a")
    except TypeError as error:
        print(error)
try:
    re.sub("a", lambda m: 1, "xa")
except TypeError as error:
    print(error)
# expect: two one one two one
# expect: 	\
# expect: <a><b> A0
# expect: bAAnAAna bnn
# expect: (b'b[a]n[a]n[a]', 3) abc baa
# expect: error invalid group reference 2 at position 1
# expect: IndexError unknown group name 'x'
# expect: error missing >, unterminated name at position 3
# expect: error bad escape \q at position 0
# expect: error missing < at position 2
# expect: error missing group name at position 3
# expect: error bad character in group name '-1' at position 3
# expect: error octal escape value \400 outside of range 0-0o377 at position 0
# expect: error bad escape (end of pattern) at position 0
# expect: decoding to str: need a bytes-like object, int found
# expect: sequence item 0: expected str instance, bytes found
# expect: sequence item 1: expected str instance, int found
