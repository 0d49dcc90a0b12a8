# a comment

x = 1


y = x.q
# expect error: AttributeError: 'int' object has no attribute 'q'
# expect line: 6
