print(2 ** 100, 60 * 60 * 24, "ab" * 3, (1, 2) + (3,), -5 % 3, 7 // -2, not 1, ~5, 1 < 2, "abc"[1])
# expect: 1267650600228229401496703205376 86400 ababab (1, 2, 3) 1 -4 False -6 True b
print((1, 2, 3)[-1], 1 + 2j, 0.1 + 0.2, "a" "b" + "c", 10 ** -2, -0.0, 0 * -1.0, 2 ** -1074)
# expect: 3 (1+2j) 0.30000000000000004 abc 0.01 -0.0 -0.0 5e-324
def f(): return (1, (2, "x"), None)
print(f() is f(), f() == (1, (2, "x"), None))  # expect: True True
print(1.0 == 1, [type(v).__name__ for v in (1, 1.0, True, "1", b"1", 1j)])
# expect: True ['int', 'float', 'bool', 'str', 'bytes', 'complex']
def consts(): return 0.0, -0.0, 0, False, 0j, ""
print(consts())  # expect: (0.0, -0.0, 0, False, 0j, '')
