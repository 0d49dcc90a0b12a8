# expect stderr:   File "{file}", line 6
# expect stderr:     import a.b as c.d
# expect stderr:                    ^
# expect error: SyntaxError: invalid syntax
# expect line: 6
import a.b as c.d
