# expect stderr:   File "{file}", line 6
# expect stderr:     x = """abc
# expect stderr:         ^
# expect error: SyntaxError: unterminated triple-quoted string literal (detected at line 7)
# expect line: 6
x = """abc
def
