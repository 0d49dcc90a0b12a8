import copy, io, pickle

text = io.StringIO('a\nb', newline='')
text.seek(2)
text.mark = 5
data = io.BytesIO(b'abc')
data.read(1)
for file in text, data:
    for again in pickle.loads(pickle.dumps(file)), copy.copy(file):
        print(type(again).__name__, again.tell(), again.getvalue(), vars(again), again.read())
print(text.__getstate__(), data.__getstate__())
for file, state in (text, ('a', '', -1, None)), (text, 1), (data, (b'', 'x', None)), (data, (b'', 0, 1)), (data, ('', 0, None)):
    try:
        file.__setstate__(state)
    except (TypeError, ValueError) as error:
        print(error)

# expect: StringIO 2 a
# expect: b {'mark': 5} b
# expect: StringIO 2 a
# expect: b {'mark': 5} b
# expect: BytesIO 1 b'abc' {} b'bc'
# expect: BytesIO 1 b'abc' {} b'bc'
# expect: ('a\nb', '', 2, {'mark': 5}) (b'abc', 1, None)
# expect: position value cannot be negative
# expect: _io.StringIO.__setstate__ argument should be 4-tuple, got int
# expect: second item of state must be an integer, not str
# expect: third item of state should be a dict, got a int
# expect: a bytes-like object is required, not 'str'
