# expect stderr:   File "{file}", line 6
# expect stderr:     from math import sin,
# expect stderr:                          ^
# expect error: SyntaxError: trailing comma not allowed without surrounding parentheses
# expect line: 6
from math import sin,
