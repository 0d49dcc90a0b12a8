print("aaaa".count("aa"), "aaaa".find("aa", 1), "aaaa".rfind("aa"), "abc".count("", 1))  # expect: 2 1 2 3
print("abc".find("", 3), "abc".find("", 4), "".count(""), "abc".rfind("", 1, 2), "abc".index("", 2))
# expect: 3 -1 1 2 2
print("aXaXa".split("X", -1), "ab" * 2 in "ababab", "abc".replace("", "-", 2))  # expect: ['a', 'a', 'a'] True -a-bc
print("".replace("", "x", 0))  # expect:
