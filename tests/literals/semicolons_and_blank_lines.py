a = 1; b = 2; print(a, b);  # expect: 1 2
if a: print("one line if"); print("second")
# expect: one line if
# expect: second

    # an oddly indented comment

print("end")  # expect: end
