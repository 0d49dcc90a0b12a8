try:
    1 + "a"
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
try:
    1 - None
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: unsupported operand type(s) for -: 'int' and 'NoneType'
try:
    [] * {}
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: can't multiply sequence by non-int of type 'dict'
try:
    object() / 1
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: unsupported operand type(s) for /: 'object' and 'int'
try:
    1 @ 2
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: unsupported operand type(s) for @: 'int' and 'int'
try:
    {} | 1
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: unsupported operand type(s) for |: 'dict' and 'int'
try:
    1 << 1.5
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: unsupported operand type(s) for <<: 'int' and 'float'
try:
    1.5 & 2
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: unsupported operand type(s) for &: 'float' and 'int'
try:
    None ** 2
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: unsupported operand type(s) for ** or pow(): 'NoneType' and 'int'
try:
    "a" // 1
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: unsupported operand type(s) for //: 'str' and 'int'
try:
    print >> 1
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: unsupported operand type(s) for >>: 'builtin_function_or_method' and 'int'. Did you mean "print(<message>, file=<output_stream>)"?
try:
    divmod("a", 1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: unsupported operand type(s) for divmod(): 'str' and 'int'
try:
    pow("a", 2)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: unsupported operand type(s) for ** or pow(): 'str' and 'int'
x = 1
try:
    x += "a"
except TypeError as error:
    print(error)  # expect: unsupported operand type(s) for +=: 'int' and 'str'
try:
    x **= None
except TypeError as error:
    print(error)  # expect: unsupported operand type(s) for **=: 'int' and 'NoneType'
