# expect stderr:   File "{file}", line 7
# expect stderr:     from math import *
# expect stderr:                      ^
# expect error: SyntaxError: import * only allowed at module level
# expect line: 7
def f():
    from math import *
