import array
import collections.abc

a = array.array("i", [3, 1, 2])
a.append(7)
a.extend(range(2))
a.insert(1, -5)
print(a, len(a), a[1], a[-1], a[1:4], a[::-2])
print(a.pop(), a.pop(0), a.index(2), a.count(1), 7 in a, a.tolist())
a.remove(7)
a.reverse()
print(a, a + a, a * 2, a == array.array("l", a), a < array.array("i", [9]))
a[1:2] = array.array("i", [8, 9])
del a[::2]
print(a, a.typecode, a.itemsize, a.tobytes())
for code, value in ("b", 128), ("B", -1), ("H", 65536), ("i", 1 << 31), ("q", 1 << 63), ("Q", -1), ("i", 1.5), ("d", "x"):
    try:
        array.array(code, [value])
    except (OverflowError, TypeError) as error:
        print(code, type(error).__name__, error)
for action in lambda: array.array("x"), lambda: array.array("i", "abc"), lambda: a[9], lambda: a + [1], a.clear_all_items if hasattr(a, "clear_all_items") else lambda: array.array("i").pop():
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
text = array.array("u", "h\u00e9llo")
print(text, text.tounicode(), isinstance(text, collections.abc.MutableSequence))
swapped = array.array("H", [1, 256])
swapped.byteswap()
print(swapped, bytes(swapped), array.array("d", b"\0" * 16))

# expect: array('i', [3, -5, 1, 2, 7, 0, 1]) 7 -5 1 array('i', [-5, 1, 2]) array('i', [1, 7, 1, 3])
# expect: 1 3 2 1 True [-5, 1, 2, 7, 0]
# expect: array('i', [0, 2, 1, -5]) array('i', [0, 2, 1, -5, 0, 2, 1, -5]) array('i', [0, 2, 1, -5, 0, 2, 1, -5]) True True
# expect: array('i', [8, 1]) i 4 b'\x08\x00\x00\x00\x01\x00\x00\x00'
# expect: b OverflowError signed char is greater than maximum
# expect: B OverflowError unsigned byte integer is less than minimum
# expect: H OverflowError unsigned short is greater than maximum
# expect: i OverflowError signed integer is greater than maximum
# expect: q OverflowError int too big to convert
# expect: Q OverflowError can't convert negative int to unsigned
# expect: i TypeError 'float' object cannot be interpreted as an integer
# expect: d TypeError must be real number, not str
# expect: ValueError bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)
# expect: TypeError cannot use a str to initialize an array with typecode 'i'
# expect: IndexError array index out of range
# expect: TypeError can only append array (not "list") to array
# expect: IndexError pop from empty array
# expect: array('u', 'héllo') héllo True
# expect: array('H', [256, 1]) b'\x00\x01\x01\x00' array('d', [0.0, 0.0])
