# StringIO and BytesIO are copied and pickled with their place, their line ends and their attributes.
import copy
import io
import pickle


class Named(io.StringIO):
    pass


text = Named('one\ntwo\n', newline='\r\n')
text.seek(3)
text.name = 'notes'
for made in [copy.deepcopy(text)] + [pickle.loads(pickle.dumps(text, protocol)) for protocol in range(2, 6)]:
    assert type(made) is Named and made.name == 'notes' and made.tell() == 3
    assert made.getvalue() == 'one\r\ntwo\r\n', made.getvalue()
print(io.StringIO('a\nb').__getstate__())  # expect: ('a\nb', '\n', 0, None)

data = io.BytesIO(b'abcdef')
data.seek(2)
print(pickle.loads(pickle.dumps(data)).read())  # expect: b'cdef'
print(data.__getstate__())  # expect: (b'abcdef', 2, None)
for state in ('', 0, None), (b'', 0.5, None), (b'', 0, 0), (b'', 0), 7:
    try:
        data.__setstate__(state)
    except TypeError:
        print('TypeError')  # expect: TypeError
# expect: TypeError
# expect: TypeError
# expect: TypeError
# expect: TypeError
try:
    data.__setstate__((b'', -1, None))
except ValueError as error:
    print(error)  # expect: position value cannot be negative
data.close()
try:
    data.__getstate__()
except ValueError as error:
    print(error)  # expect: I/O operation on closed file.
