s = "a\0b"
print(len(s), s.split("\0"), s == "a\x00b", s.replace("\0", "-"), repr(s), "\0" in s)
# expect: 3 ['a', 'b'] True a-b 'a\x00b' True
print(len("\ud83d\udc0d"), "\ud83d\udc0d" == "🐍")  # expect: 2 False
