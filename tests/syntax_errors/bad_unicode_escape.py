# expect stderr:   File "{file}", line 6
# expect stderr:     s = "\N{no such name}"
# expect stderr:                           ^
# expect error: SyntaxError: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-15: unknown Unicode character name
# expect line: 6
s = "\N{no such name}"
