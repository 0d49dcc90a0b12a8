print(r"\n\t\\", R'\d+', len(r"\'"))  # expect: \n\t\\ \d+ 2
print(rb"\x00", Rb"a\b", bR'\q')  # expect: b'\\x00' b'a\\b' b'\\q'
