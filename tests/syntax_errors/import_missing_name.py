# expect stderr:   File "{file}", line 6
# expect stderr:     from math import
# expect stderr:                     ^
# expect error: SyntaxError: invalid syntax
# expect line: 6
from math import
