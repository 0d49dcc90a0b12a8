data = bytearray(b"abcdef")
view = memoryview(data)
print(view[0], len(view), bytes(view[1:3]), view.tolist()[:2], view.readonly)  # expect: 97 6 b'bc' [97, 98] False
view[0] = 90
print(data, bytes(view[::2]), view == b"Zbcdef")  # expect: bytearray(b'Zbcdef') b'Zce' True
