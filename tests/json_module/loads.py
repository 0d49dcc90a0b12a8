# json.loads: values, escapes, hooks, and errors with their place.
import io
import json

print(json.loads('{"a": [1, -2.5, 1e3, true, false, null], "b": {"c": "d"}, "e": []}'))
# expect: {'a': [1, -2.5, 1000.0, True, False, None], 'b': {'c': 'd'}, 'e': []}
print(repr(json.loads(r'"a\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00\ud83d"')))  # expect: 'a"\\/\x08\x0c\n\r\té😀\ud83d'
print(json.loads(' \n\t[ 1 , 2 ] '), json.loads("[]"), json.loads("{}"), json.loads(b'"\xc3\xa9"'), json.loads("-0"), json.loads("-0.0"))
# expect: [1, 2] [] {} é 0 -0.0
print(json.loads("[NaN, Infinity, -Infinity]"), json.loads("123456789012345678901234567890"))
# expect: [nan, inf, -inf] 123456789012345678901234567890
print(json.loads('{"a": 1, "a": 2}'), json.loads('{"a": {"b": 1}}', object_hook=lambda made: sorted(made.items())))
# expect: {'a': 2} [('a', [('b', 1)])]
print(json.loads('{"a": 1, "b": 2}', object_pairs_hook=list), json.loads("[1.5, 2]", parse_float=str, parse_int=lambda text: text + "!"))
# expect: [('a', 1), ('b', 2)] ['1.5', '2!']
print(json.load(io.StringIO('{"x": [true]}')), json.JSONDecoder().raw_decode('[1] rest'))  # expect: {'x': [True]} ([1], 3)
for text in ("", "[1, 2", "[1,]", '{"a" 1}', '{"a": }', "{a: 1}", '{"a": 1,}', '"abc', '"a\nb"', r'"\x"', r'"\u12g4"', "[1] 2", "nul",
             "01", "1.", "[1\n,\n  x]", '{"a": 1 "b": 2}', "{", "[", "-", '{"a"', "'a'"):
    try:
        print(json.loads(text))
    except json.JSONDecodeError as error:
        print(error, error.pos, error.lineno, error.colno)
# expect: Expecting value: line 1 column 1 (char 0) 0 1 1
# expect: Expecting ',' delimiter: line 1 column 6 (char 5) 5 1 6
# expect: Expecting value: line 1 column 4 (char 3) 3 1 4
# expect: Expecting ':' delimiter: line 1 column 6 (char 5) 5 1 6
# expect: Expecting value: line 1 column 7 (char 6) 6 1 7
# expect: Expecting property name enclosed in double quotes: line 1 column 2 (char 1) 1 1 2
# expect: Expecting property name enclosed in double quotes: line 1 column 9 (char 8) 8 1 9
# expect: Unterminated string starting at: line 1 column 1 (char 0) 0 1 1
# expect: Invalid control character at: line 1 column 3 (char 2) 2 1 3
# expect: Invalid \escape: line 1 column 2 (char 1) 1 1 2
# expect: Invalid \uXXXX escape: line 1 column 3 (char 2) 2 1 3
# expect: Extra data: line 1 column 5 (char 4) 4 1 5
# expect: Expecting value: line 1 column 1 (char 0) 0 1 1
# expect: Extra data: line 1 column 2 (char 1) 1 1 2
# expect: Extra data: line 1 column 2 (char 1) 1 1 2
# expect: Expecting value: line 3 column 3 (char 7) 7 3 3
# expect: Expecting ',' delimiter: line 1 column 9 (char 8) 8 1 9
# expect: Expecting property name enclosed in double quotes: line 1 column 2 (char 1) 1 1 2
# expect: Expecting value: line 1 column 2 (char 1) 1 1 2
# expect: Expecting value: line 1 column 1 (char 0) 0 1 1
# expect: Expecting ':' delimiter: line 1 column 5 (char 4) 4 1 5
# expect: Expecting value: line 1 column 1 (char 0) 0 1 1
