print(repr("  x y \n\t".strip()), repr("xxaxx".strip("x")), repr("  a ".lstrip()))  # expect: 'x y' 'a' 'a '
print(repr(" a  ".rstrip()), "abcba".strip("ab"))  # expect: ' a' c
print("www.example.com".lstrip("w."), "prefix_name".removeprefix("prefix_"))  # expect: example.com name
print("name.py".removesuffix(".py"), "abc".removeprefix("x"))  # expect: name abc
print(repr("\u3000\xa0a\u2003".strip()), "aXbX".rstrip("X"), "".strip() == "")  # expect: 'a' aXb True
