import warnings

for source in '1if 1else 0', '[0x1for x in ()]', '1or 2', '1.and 0', '0xf or 1':
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        value = eval(source)
    print(value, [(w.category.__name__, str(w.message)) for w in caught])

# expect: 1 [('SyntaxWarning', 'invalid decimal literal'), ('SyntaxWarning', 'invalid decimal literal')]
# expect: [31] [('SyntaxWarning', 'invalid hexadecimal literal')]
# expect: 1 [('SyntaxWarning', 'invalid decimal literal')]
# expect: 0 [('SyntaxWarning', 'invalid decimal literal')]
# expect: 15 []
