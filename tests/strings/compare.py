print("a" < "b", "a" < "B", "abc" < "abd", "ab" < "abc", "" < "a", "é" > "z", "🐍" > "\uffff")
# expect: True False True True True True True
print("a" == "a", "a" != 'a', "Z" < "a")  # expect: True False True
print(sorted(["b", "A", "a", "é", "B", "🐍", "日"]), max("hello"), min("hello"))
# expect: ['A', 'B', 'a', 'b', 'é', '日', '🐍'] o e
print("a" == 1, "a" != b"a")  # expect: False True
try:
    "a" < 1
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: '<' not supported between instances of 'str' and 'int'
