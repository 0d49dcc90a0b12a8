b = bytearray(b"abc")
m = memoryview(b)
try:
    b.append(1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: BufferError: Existing exports of data: object cannot be re-sized
m.release()
b.append(100)
print(b)  # expect: bytearray(b'abcd')
try:
    m[0]
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: ValueError: operation forbidden on released memoryview object
m = memoryview(b"ro")
try: m[0] = 1
except TypeError as error: print(error)  # expect: cannot modify read-only memory
print(m.nbytes, m.itemsize, m.format, m.ndim, m.shape, m.tobytes(), m[-1], list(m), m.hex(), hash(m) == hash(b"ro"))
# expect: 2 1 B 1 (2,) b'ro' 111 [114, 111] 726f True
with memoryview(b) as v: print(v[1:].tobytes())  # expect: b'bcd'
