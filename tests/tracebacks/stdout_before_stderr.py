print("printed")  # expect: printed
print("also")  # expect: also
raise RuntimeError("end")
# expect error: RuntimeError: end
# expect line: 3
