print('h\u00e9\u20ac\U0001f600\n\\'.encode('unicode_escape'), ascii(b'a\\x41\\u20ac\\101\\n'.decode('unicode_escape')))
print('h\u00e9\u20ac\U0001f600'.encode('raw_unicode_escape'), ascii(b'\\u20ac\xe9\\x\\\\u20ac'.decode('raw_unicode_escape')))
for content in b'\\x4', b'\\u12', b'\\', b'\\U99999999', b'\\N{', b'\\N{NO SUCH NAME}':
    try:
        content.decode('unicode_escape')
    except UnicodeDecodeError as error:
        print(error)
    print(ascii(content.decode('unicode_escape', 'replace')))

# expect: b'h\\xe9\\u20ac\\U0001f600\\n\\\\' 'aA\u20acA\n'
# expect: b'h\xe9\\u20ac\\U0001f600' '\u20ac\xe9\\x\\\\u20ac'
# expect: 'unicodeescape' codec can't decode bytes in position 0-2: truncated \xXX escape
# expect: '\ufffd'
# expect: 'unicodeescape' codec can't decode bytes in position 0-3: truncated \uXXXX escape
# expect: '\ufffd'
# expect: 'unicodeescape' codec can't decode byte 0x5c in position 0: \ at end of string
# expect: '\ufffd'
# expect: 'unicodeescape' codec can't decode bytes in position 0-9: illegal Unicode character
# expect: '\ufffd'
# expect: 'unicodeescape' codec can't decode bytes in position 0-2: malformed \N character escape
# expect: '\ufffd'
# expect: 'unicodeescape' codec can't decode bytes in position 0-15: unknown Unicode character name
# expect: '\ufffd'
