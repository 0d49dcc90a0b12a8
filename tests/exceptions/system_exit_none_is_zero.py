import sys
print("fine")  # expect: fine
sys.exit()
