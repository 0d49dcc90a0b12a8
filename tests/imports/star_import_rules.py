from _stars import *
print(sorted(n for n in globals() if not n.startswith("__")))  # expect: ['public']
from _all import *
print(shown, "hidden" in globals(), _under)  # expect: 1 False 3
