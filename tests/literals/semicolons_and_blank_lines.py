a = 1; b = 2; print(a, b);
if a: print("one line if"); print("second")

    # an oddly indented comment

print("end")
# expect: 1 2
# expect: one line if
# expect: second
# expect: end
