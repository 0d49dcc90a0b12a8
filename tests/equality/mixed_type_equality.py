print(1 == "1", [1] == (1,), {} == [], None == 0, "" == None, b"a" == "a", {1} == frozenset({1}))
# expect: False False False False False False True
print(range(3) == range(0, 3), 1 == 1 + 0j, [1, [2]] == [1, [2.0]], object() == object())
# expect: True True True False
print(int == int, print == print, float("nan") == float("nan"))  # expect: True True False
