# expect stderr:   File "{file}", line 6
# expect stderr:     nonlocal x
# expect stderr:     ^^^^^^^^^^
# expect error: SyntaxError: nonlocal declaration not allowed at module level
# expect line: 6
nonlocal x
