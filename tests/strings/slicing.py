s = "0123456789"
print(s[2:5], s[:3], s[7:], s[-3:], s[:-3], s[::3], s[::-1], s[8:2:-2], s[5:2], s[100:], s[-100:2], s[:100])
# expect: 234 012 789 789 0123456 0369 9876543210 864   01 0123456789
print(repr(s[3:3]), s[None:None], s[slice(1, 4)], s[True:3])  # expect: '' 0123456789 123 12
try:
    s[::0]
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: slice step cannot be zero
try:
    s["1":]
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: slice indices must be integers or None or have an __index__ method
