assert (1, "always true")
print("passed")  # expect: passed
# expect stderr: {file}:1: SyntaxWarning: assertion is always true, perhaps remove parentheses?
# expect stderr:   assert (1, "always true")
