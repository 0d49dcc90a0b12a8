import sys
print("out")  # expect: out
print("err", file=sys.stderr)
sys.stderr.write("direct\n")
# expect stderr: err
# expect stderr: direct
