s = "filename.txt"
print(s.startswith("file"), s.endswith(".txt"), s.startswith(("a", "f")))  # expect: True True True
print(s.endswith((".py", ".txt")), s.startswith("name", 4), s.endswith("file", 0, 4))  # expect: True True True
print(s.startswith(""), s.startswith(()), "".startswith("a"), s.startswith("", 100))
# expect: True False False False
try:
    s.startswith(5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: startswith first arg must be str or a tuple of str, not int
try:
    s.startswith(["a"])
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: startswith first arg must be str or a tuple of str, not list
