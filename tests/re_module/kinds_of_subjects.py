import re

for pattern, subject in [("a", b"a"), (b"a", "a"), ("a", 1), (b"a", None)]:
    try:
        re.search(pattern, subject)
    except TypeError as error:
        print(error)
print(re.findall(b"a.", bytearray(b"abac")), re.match(b"a", memoryview(b"abc")).group())
print(re.search("б", "абв"), re.search("😀+", "x😀😀").span(), re.search("é", "abc"), re.search("[^é]", "é") is None)
p = re.compile("b+")
print(p.match("abb", 1), p.search("abbbb", 2, 4).span(), p.fullmatch("abb", 1).span(), p.search("ab", 5), p.findall("bab", 1))
print(re.compile("^b").search("ab", 1), re.compile(r"(?<=a)b").match("ab", 1), re.compile("a$").match("ab", 0, 1))
# expect: cannot use a string pattern on a bytes-like object
# expect: cannot use a bytes pattern on a string-like object
# expect: expected string or bytes-like object, got 'int'
# expect: expected string or bytes-like object, got 'NoneType'
# expect: [b'ab', b'ac'] b'a'
# expect: <re.Match object; span=(1, 2), match='б'> (1, 3) None True
# expect: <re.Match object; span=(1, 3), match='bb'> (2, 4) (1, 3) None ['b']
# expect: None <re.Match object; span=(1, 2), match='b'> <re.Match object; span=(0, 1), match='a'>
