def f(): return 5(1)
print("defined")  # expect: defined
# expect stderr: {file}:1: SyntaxWarning: 'int' object is not callable; perhaps you missed a comma?
# expect stderr:   def f(): return 5(1)
