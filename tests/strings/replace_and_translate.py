print("aaa".replace("a", "b"), "aaa".replace("a", "b", 2), "abc".replace("", "-"))  # expect: bbb bba -a-b-c-
print("abc".replace("x", "y"), "aXbXc".replace("X", ""), "".replace("", "x"))  # expect: abc abc x
table = str.maketrans({"a": "1", "b": None, ord("c"): "xyz"})
print("abcd".translate(table), "hello".translate(str.maketrans("el", "ip")))  # expect: 1xyzd hippo
print("hello".translate(str.maketrans("", "", "l")))  # expect: heo
print(str.maketrans("ab", "cd"))  # expect: {97: 99, 98: 100}
try:
    str.maketrans("ab", "c")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: ValueError: the first two maketrans arguments must have equal length
