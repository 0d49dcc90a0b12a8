print(r"\n\t\\", R'\d+', len(r"\'"))
print(rb"\x00", Rb"a\b", bR'\q')
# expect: \n\t\\ \d+ 2
# expect: b'\\x00' b'a\\b' b'\\q'
