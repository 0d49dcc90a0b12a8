import pickle

for data in (b'S"a\\x41b"\n.', b"T\x03\x00\x00\x00abc.", b"I12\n.", b"L5L\n.", b"Vab\\u0041\n.", b"(I1\nI2\ntp0\n.", b"c__builtin__\nlong\n.",
             b"cexceptions\nValueError\n.", b"(lp0\nI1\na.", b"]q\x00(K\x01K\x02e.", b"I01\n.", b"F1.5\n.", b"(dp0\nS'a'\nI1\ns."):
    print(pickle.loads(data))
# expect: aAb
# expect: abc
# expect: 12
# expect: 5
# expect: abA
# expect: (1, 2)
# expect: <class 'int'>
# expect: <class 'ValueError'>
# expect: [1]
# expect: [1, 2]
# expect: True
# expect: 1.5
# expect: {'a': 1}
