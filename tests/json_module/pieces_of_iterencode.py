# iterencode gives a text in pieces: brackets, separators and values apart, a plain list item with what stands before it.
import json

print(list(json.JSONEncoder().iterencode([1, {'a': 2, 'b': [True, 'x']}])))
# expect: ['[1', ', ', '{', '"a"', ': ', '2', ', ', '"b"', ': ', '[true', ', "x"', ']', '}', ']']
print(list(json.JSONEncoder(indent=1).iterencode({'a': [None]})))
# expect: ['{', '\n ', '"a"', ': ', '[\n  null', '\n ', ']', '\n', '}']
