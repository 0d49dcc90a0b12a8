# expect stderr:   File "{file}", line 6
# expect stderr:     s = f"{'\n'}"
# expect stderr:                  ^
# expect error: SyntaxError: f-string expression part cannot include a backslash
# expect line: 6
s = f"{'\n'}"
