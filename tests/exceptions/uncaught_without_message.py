raise ValueError
# expect error: ValueError
# expect line: 1
