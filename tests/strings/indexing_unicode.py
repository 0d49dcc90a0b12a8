s = "aé日🐍z"
print(len(s), [s[i] for i in range(len(s))], s[-1], s[-2], s[1:4], s[::-1], s[::2])
# expect: 5 ['a', 'é', '日', '🐍', 'z'] z 🐍 é日🐍 z🐍日éa a日z
print([ord(c) for c in s], "".join(reversed(s)), s.find("🐍"), s.index("日"), chr(128013), chr(233))
# expect: [97, 233, 26085, 128013, 122] z🐍日éa 3 2 🐍 é
try:
    s[5]
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: IndexError: string index out of range
try:
    s[-6]
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: IndexError: string index out of range
try:
    s["a"]
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: string indices must be integers, not 'str'
try:
    chr(-1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: chr() arg not in range(0x110000)
try:
    chr(0x110000)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: chr() arg not in range(0x110000)
try:
    ord("ab")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: ord() expected a character, but string of length 2 found
try:
    ord("")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: ord() expected a character, but string of length 0 found
