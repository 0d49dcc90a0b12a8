# expect stderr:   File "{file}", line 6
# expect stderr:     __debug__ = 1
# expect stderr:     ^^^^^^^^^
# expect error: SyntaxError: cannot assign to __debug__
# expect line: 6
__debug__ = 1
