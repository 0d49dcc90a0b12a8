import array

a = array.array("h", [1, -2, 3])
view = memoryview(a)
print(view.format, view.itemsize, view.nbytes, view.tolist(), view[1])
view[1] = 9
print(a)
try:
    a.append(1)
except BufferError as error:
    print(error)
try:
    view[0] = 1 << 20
except ValueError as error:
    print(error)
try:
    view[0] = "x"
except TypeError as error:
    print(error)
view.release()
a.append(1)
print(a)

# expect: h 2 6 [1, -2, 3] -2
# expect: array('h', [1, 9, 3])
# expect: cannot resize an array that is exporting buffers
# expect: memoryview: invalid value for format 'h'
# expect: memoryview: invalid type for format 'h'
# expect: array('h', [1, 9, 3, 1])
