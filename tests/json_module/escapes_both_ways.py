# Characters that JSON escapes come through dumps and loads, with ensure_ascii and without, surrogates in pairs.
import json

text = 'a"b\\\n\x00\x7f\u00e9\u20ac\U0001f600\ud800'
print(json.dumps(text))
# expect: "a\"b\\\n\u0000\u007f\u00e9\u20ac\ud83d\ude00\ud800"
print(json.loads(json.dumps(text)) == text)  # expect: True
print(ascii(json.dumps('\u20ac\n\U0001f600', ensure_ascii=False)))  # expect: '"\u20ac\\n\U0001f600"'
print(ascii(json.loads('"\\ud83d\\ude00 \\ud83dx \\/ \\b"')))  # expect: '\U0001f600 \ud83dx / \x08'
for bad in ['"\\x"', '"\\u12"', '"\\ud83d\\u1"', '"a\nb"', '"abc']:
    try:
        json.loads(bad)
    except json.JSONDecodeError as error:
        print(error)
# expect: Invalid \escape: line 1 column 2 (char 1)
# expect: Invalid \uXXXX escape: line 1 column 3 (char 2)
# expect: Invalid \uXXXX escape: line 1 column 9 (char 8)
# expect: Invalid control character at: line 1 column 3 (char 2)
# expect: Unterminated string starting at: line 1 column 1 (char 0)
