print(repr("  x y \n\t".strip()), repr("xxaxx".strip("x")), repr("  a ".lstrip()), repr(" a  ".rstrip()), "abcba".strip("ab"))
# expect: 'x y' 'a' 'a ' ' a' c
print("www.example.com".lstrip("w."), "prefix_name".removeprefix("prefix_"), "name.py".removesuffix(".py"), "abc".removeprefix("x"))
# expect: example.com name name abc
print(repr("\u3000\xa0a\u2003".strip()), "aXbX".rstrip("X"), "".strip() == "")  # expect: 'a' aXb True
