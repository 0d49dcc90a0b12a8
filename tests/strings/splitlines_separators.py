text = "a\nb\rc\r\nd\x0be\x0cf\x1cg\x1dh\x1ei\x85j\u2028k\u2029l"
print(text.splitlines(), len(text.splitlines(True)), "\n".splitlines(), "\n\n".splitlines())
# expect: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'] 12 [''] ['', '']
print("a\n".splitlines(), " a b\u3000c\u00a0d ".split())  # expect: ['a'] ['a', 'b', 'c', 'd']
