import re

print(re.sub("x*", "-", "abxd"))
print(re.findall(r"\b|\w", "ab c"))
print(re.split(r"x*", "axbc"))
print([m.span() for m in re.finditer(r"a*?", "aa")])
print(re.findall(r"(?m)^", "a\n"), re.findall(r"(?m)$", "a\n"), re.findall(r"$", "a\n"))
print(re.sub(r"\b", "|", "one two"), re.subn("", "-", "ab"))
# expect: -a-b--d-
# expect: ['', 'a', 'b', '', '', 'c', '']
# expect: ['', 'a', '', 'b', 'c', '']
# expect: [(0, 0), (0, 1), (1, 1), (1, 2), (2, 2)]
# expect: ['', ''] ['', ''] ['', '']
# expect: |one| |two| ('-a-b-', 3)
