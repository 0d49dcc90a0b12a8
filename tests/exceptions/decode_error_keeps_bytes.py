data = bytearray(b'\xff')
error = UnicodeDecodeError('ascii', data, 0, 1, 'reason')
data[0] = 65
print(error.object, error)

# expect: b'\xff' 'ascii' codec can't decode byte 0xff in position 0: reason
