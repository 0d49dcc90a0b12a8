# expect stderr:   File "{file}", line 6
# expect stderr:     s = "a" b"b"
# expect stderr:                 ^
# expect error: SyntaxError: cannot mix bytes and nonbytes literals
# expect line: 6
s = "a" b"b"
