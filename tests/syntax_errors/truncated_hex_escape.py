# expect stderr:   File "{file}", line 6
# expect stderr:     s = "\x4"
# expect stderr:              ^
# expect error: SyntaxError: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: truncated \xXX escape
# expect line: 6
s = "\x4"
