import sys
try:
    sys.exit(4)
finally:
    print("finally ran")  # expect: finally ran
# exit: 4
