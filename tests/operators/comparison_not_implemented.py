class N:
    def __eq__(self, other): return NotImplemented
    def __lt__(self, other): return NotImplemented
n, m = N(), N()
print(n == m, n != m, n == n, n != n, n == 5)  # expect: False True True False False
try:
    n < m
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: '<' not supported between instances of 'N' and 'N'
try:
    n > 1
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: '>' not supported between instances of 'N' and 'int'
try:
    1 < "a"
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: '<' not supported between instances of 'int' and 'str'
try:
    None <= 1
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: '<=' not supported between instances of 'NoneType' and 'int'
try:
    [] >= {}
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: '>=' not supported between instances of 'list' and 'dict'
try:
    object() > object()
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: '>' not supported between instances of 'object' and 'object'
