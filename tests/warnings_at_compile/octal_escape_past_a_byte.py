import warnings

for source in r"'\400'", r"b'\567'", r"'\377'":
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        value = eval(source)
    print(ascii(value), [(w.category.__name__, str(w.message)) for w in caught])

# expect: '\u0100' [('DeprecationWarning', "invalid octal escape sequence '\\400'")]
# expect: b'w' [('DeprecationWarning', "invalid octal escape sequence '\\567'")]
# expect: '\xff' []
