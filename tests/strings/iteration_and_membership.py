print(list("héy"), [c for c in "ab"], set("aab") == {"a", "b"}, tuple("xy"), dict(zip("ab", "cd")))
# expect: ['h', 'é', 'y'] ['a', 'b'] True ('x', 'y') {'a': 'c', 'b': 'd'}
a, b, *rest = "hello"
print(a, b, rest)  # expect: h e ['l', 'l', 'o']
for index, char in enumerate("xy"):
    print(index, char)
# expect: 0 x
# expect: 1 y
