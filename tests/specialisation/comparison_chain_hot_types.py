def mid(a, b, c): return a < b < c
print(sum(mid(i, 5, 10) for i in range(300)), mid(1.0, 2, 3.5), mid("a", "b", "c"), mid((), (1,), (2,)))
# expect: 5 True True True
try:
    mid(1, 2, "c")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: '<' not supported between instances of 'int' and 'str'
print(mid(3, 2, "never compared"))  # expect: False
