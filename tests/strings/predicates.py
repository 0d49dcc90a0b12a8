for s in ("abc", "ABC", "Abc", "123", "a1", "", " ", "½", "²", "١", "é", "a b", "_x", "1x", "class", "\n",
        "Title Case", "名"):
    print(ascii(s), s.isalpha(), s.isdigit(), s.isdecimal(), s.isnumeric(), s.isalnum())
    print(s.isspace(), s.isupper(), s.islower(), s.istitle(), s.isidentifier(), s.isprintable())
    print(s.isascii())
# expect: 'abc' True False False False True
# expect: False False True False True True
# expect: True
# expect: 'ABC' True False False False True
# expect: False True False False True True
# expect: True
# expect: 'Abc' True False False False True
# expect: False False False True True True
# expect: True
# expect: '123' False True True True True
# expect: False False False False False True
# expect: True
# expect: 'a1' False False False False True
# expect: False False True False True True
# expect: True
# expect: '' False False False False False
# expect: False False False False False True
# expect: True
# expect: ' ' False False False False False
# expect: True False False False False True
# expect: True
# expect: '\xbd' False False False True True
# expect: False False False False False True
# expect: False
# expect: '\xb2' False True False True True
# expect: False False False False False True
# expect: False
# expect: '\u0661' False True True True True
# expect: False False False False False True
# expect: False
# expect: '\xe9' True False False False True
# expect: False False True False True True
# expect: False
# expect: 'a b' False False False False False
# expect: False False True False False True
# expect: True
# expect: '_x' False False False False False
# expect: False False True False True True
# expect: True
# expect: '1x' False False False False True
# expect: False False True False False True
# expect: True
# expect: 'class' True False False False True
# expect: False False True False True True
# expect: True
# expect: '\n' False False False False False
# expect: True False False False False False
# expect: True
# expect: 'Title Case' False False False False False
# expect: False False False True False True
# expect: True
# expect: '\u540d' True False False False True
# expect: False False False False True True
# expect: False
