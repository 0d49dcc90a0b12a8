# expect stderr:   File "{file}", line 7
# expect stderr:     s = "abc
# expect stderr:         ^
# expect error: SyntaxError: unterminated string literal (detected at line 7)
# expect line: 7
x = 1
s = "abc
