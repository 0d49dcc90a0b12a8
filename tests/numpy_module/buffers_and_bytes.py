# only: gillab
# numpy is no part of CPython; what is expected here numpy 1.24 printed.
import numpy as np

a = np.arange(3)
print(a.tobytes(), np.frombuffer(a.tobytes(), dtype=np.int64), np.frombuffer(b"\x00" * 8))
print(a[::2].tobytes() == a[[0, 2]].tobytes())
try:
    np.frombuffer(b"\x00" * 8)[0] = 1
except ValueError as error:
    print(error)
# expect: b'\x00\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00\x02\x00\x00\x00\x00\x00\x00\x00' [0 1 2] [0.]
# expect: True
# expect: assignment destination is read-only
