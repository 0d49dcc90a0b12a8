# expect stderr:   File "{file}", line 6
# expect stderr:     x = {1: }
# expect stderr:           ^
# expect error: SyntaxError: expression expected after dictionary key and ':'
# expect line: 6
x = {1: }
