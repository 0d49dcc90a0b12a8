# expect stderr:   File "{file}", line 6
# expect stderr:     print(“hello”)
# expect stderr:           ^
# expect error: SyntaxError: invalid character '“' (U+201C)
# expect line: 6
print(“hello”)
