counter = 1
print(countr)
# expect error: NameError: name 'countr' is not defined. Did you mean: 'counter'?
# expect line: 2
