print(repr("it's"), repr('say "x"'), repr("both ' and \""), repr("\\"), repr("\n\r\t\0\x1b"))
# expect: "it's" 'say "x"' 'both \' and "' '\\' '\n\r\t\x00\x1b'
print(repr("\x7f\xa0\xad"), repr(""))  # expect: '\x7f\xa0\xad' ''
print(repr("é日🐍\ud800"), ascii("é日🐍"), repr("\u200b\ufeff"))
# expect: 'é日🐍\ud800' '\xe9\u65e5\U0001f40d' '\u200b\ufeff'
