for s in ("abc", "ABC", "Abc", "123", "a1", "", " ", "½", "²", "١", "é", "a b", "_x", "1x", "class", "\n", "Title Case", "名"):
    print(ascii(s), s.isalpha(), s.isdigit(), s.isdecimal(), s.isnumeric(), s.isalnum(), s.isspace(), s.isupper(), s.islower(), s.istitle(), s.isidentifier(), s.isprintable(), s.isascii())
# expect: 'abc' True False False False True False False True False True True True
# expect: 'ABC' True False False False True False True False False True True True
# expect: 'Abc' True False False False True False False False True True True True
# expect: '123' False True True True True False False False False False True True
# expect: 'a1' False False False False True False False True False True True True
# expect: '' False False False False False False False False False False True True
# expect: ' ' False False False False False True False False False False True True
# expect: '\xbd' False False False True True False False False False False True False
# expect: '\xb2' False True False True True False False False False False True False
# expect: '\u0661' False True True True True False False False False False True False
# expect: '\xe9' True False False False True False False True False True True False
# expect: 'a b' False False False False False False False True False False True True
# expect: '_x' False False False False False False False True False True True True
# expect: '1x' False False False False True False False True False False True True
# expect: 'class' True False False False True False False True False True True True
# expect: '\n' False False False False False True False False False False False True
# expect: 'Title Case' False False False False False False False False True False True True
# expect: '\u540d' True False False False True False False False False True True False
