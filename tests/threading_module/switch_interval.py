import sys

print(sys.getswitchinterval())                       # expect: 0.005
sys.setswitchinterval(0.25)
print(sys.getswitchinterval())                       # expect: 0.25
for wrong in (0, -1.0, "a"):
    try:
        sys.setswitchinterval(wrong)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
# expect: ValueError switch interval must be strictly positive
# expect: ValueError switch interval must be strictly positive
# expect: TypeError must be real number, not str
