# expect stderr:   File "{file}", line 6
# expect stderr:     x = 5 € 3
# expect stderr:           ^
# expect error: SyntaxError: invalid character '€' (U+20AC)
# expect line: 6
x = 5 € 3
