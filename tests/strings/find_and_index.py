s = "abracadabra"
print(s.find("a"), s.find("bra"), s.find("z"), s.find("a", 1), s.find("a", 1, 3), s.rfind("a"))
# expect: 0 1 -1 3 -1 10
print(s.rfind("bra"), s.find(""), s.rfind(""))  # expect: 8 0 11
print(s.index("c"), s.rindex("b"), s.count("a"), s.count("abra"), s.count(""), s.count("a", 2, -1))
# expect: 4 8 5 2 12 3
print("aaaa".count("aa"))  # expect: 2
print("cad" in s, "" in s, "xyz" not in s, s.find("a", -3), s.find("", 20), s.find("", 11))
# expect: True True True 10 -1 11
try:
    s.index("z")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: substring not found
try:
    s.rindex("z")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: substring not found
try:
    5 in s
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: 'in <string>' requires string as left operand, not int
