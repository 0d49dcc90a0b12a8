print("a\tb", 'c\\d', "e\'f", 'g\"h')  # expect: a	b c\d e'f g"h
print(len("\a\b\f\n\r\t\v\0"), [ord(c) for c in "\a\b\f\n\r\t\v\0"])  # expect: 8 [7, 8, 12, 10, 13, 9, 11, 0]
print("\x41\u0042\U00000043\103\60")  # expect: ABCC0
print("\N{GREEK SMALL LETTER ALPHA} \N{SNOWMAN}")  # expect: α ☃
