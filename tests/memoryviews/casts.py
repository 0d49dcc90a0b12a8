data = bytearray(range(12))
view = memoryview(data)
table = view.cast("B", [3, 4])
print(table.ndim, table.shape, table.strides, table[2, 1], table.tolist(), len(table))
table[0, 0] = 255
ints = view.cast("I")
print(ints.format, ints.shape, ints[1], ints.nbytes, ints == ints, ints == view)
print(table.cast("B").tolist() == view.tolist(), view.cast("c")[1], view.toreadonly().readonly)
for action in (lambda: view.cast("Q", [2]), lambda: ints.cast("h"), lambda: view[::2].cast("H"), lambda: view.cast("zz"),
               lambda: table[0], lambda: table[0, 9], lambda: table[0, 0, 0], lambda: view.cast("d"), lambda: table[1:]):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
print(memoryview(b"abc") == b"abc", memoryview(b"abc")[::-1].tobytes(), memoryview(b"abc").hex())
try:
    memoryview(b"a") < b"b"
except TypeError as error:
    print(error)

# expect: 2 (3, 4) (4, 1) 9 [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]] 3
# expect: I (3,) 117835012 12 True False
# expect: True b'\x01' True
# expect: TypeError memoryview: length is not a multiple of itemsize
# expect: TypeError memoryview: cannot cast between two non-byte formats
# expect: TypeError memoryview: casts are restricted to C-contiguous views
# expect: ValueError memoryview: destination format must be a native single character format prefixed with an optional '@'
# expect: NotImplementedError multi-dimensional sub-views are not implemented
# expect: IndexError index out of bounds on dimension 2
# expect: TypeError cannot index 2-dimension view with 3-element tuple
# expect: TypeError memoryview: length is not a multiple of itemsize
# expect: True b'cba' 616263
# expect: '<' not supported between instances of 'memoryview' and 'bytes'
