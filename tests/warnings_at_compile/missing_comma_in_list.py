def f(): return [[1, 2] [3, 4]]
print("defined")  # expect: defined
# expect stderr: {file}:1: SyntaxWarning: list indices must be integers or slices, not tuple; perhaps you missed a comma?
# expect stderr:   def f(): return [[1, 2] [3, 4]]
