x = 1
y = x is 1
print(y)  # expect: True
# expect stderr: {file}:2: SyntaxWarning: "is" with a literal. Did you mean "=="?
# expect stderr:   y = x is 1
