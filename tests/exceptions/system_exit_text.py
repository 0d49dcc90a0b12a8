import sys
print("before")  # expect: before
sys.exit("goodbye")
# expect error: goodbye
