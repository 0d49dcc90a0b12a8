print(format(3.14159, ".2f"), format(42, "b"), format("a", ">5"), repr("a'b"), ascii("ü"))
# expect: 3.14 101010     a "a'b" '\xfc'
print(format(True), format(1234567, ","), format(None, ""), str(b"a", "utf8"), repr(1.0))
# expect: True 1,234,567 None a 1.0
print(repr([1, "a"]))  # expect: [1, 'a']
