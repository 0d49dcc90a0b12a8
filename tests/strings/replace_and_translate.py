print("aaa".replace("a", "b"), "aaa".replace("a", "b", 2), "abc".replace("", "-"), "abc".replace("x", "y"), "aXbXc".replace("X", ""), "".replace("", "x"))
# expect: bbb bba -a-b-c- abc abc x
table = str.maketrans({"a": "1", "b": None, ord("c"): "xyz"})
print("abcd".translate(table), "hello".translate(str.maketrans("el", "ip")), "hello".translate(str.maketrans("", "", "l")))
# expect: 1xyzd hippo heo
print(str.maketrans("ab", "cd"))  # expect: {97: 99, 98: 100}
try:
    str.maketrans("ab", "c")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: ValueError: the first two maketrans arguments must have equal length
