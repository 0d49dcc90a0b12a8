import pickle
import sys


def local():
    class Inside:
        pass
    return Inside


for value in (lambda: 1, local(), local()(), (i for i in ()), sys):
    try:
        pickle.dumps(value)
    except Exception as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])
for data in (b"", b"\x80", b"\x80\x04", b"\x80\x09.", b".", b"x", b"\x00", b"(", b"h\x05.", b"cbuiltins\nnope\n.", b"cno_such_module\nx\n.",
             b"K\x01a.", b"X\xff\xff\xff\x7f.", b"\x80\x04\x95\x05\x00\x00\x00\x00\x00\x00\x00.", b"K\x010.", b"t.", b"Nb."):
    try:
        print(data, pickle.loads(data))
    except Exception as error:
        print(data, type(error).__name__, error)
try:
    pickle.loads("text")
except TypeError as error:
    print(error)
try:
    pickle.dumps(1, 9)
except ValueError as error:
    print(error)
# expect: PicklingError Can't pickle <function <lambda>
# expect: AttributeError Can't pickle local object 'local.<locals>.Inside'
# expect: AttributeError Can't pickle local object 'local.<locals>.Inside'
# expect: TypeError cannot pickle 'generator' object
# expect: TypeError cannot pickle 'module' object
# expect: b'' EOFError Ran out of input
# expect: b'\x80' UnpicklingError pickle data was truncated
# expect: b'\x80\x04' EOFError Ran out of input
# expect: b'\x80\t.' ValueError unsupported pickle protocol: 9
# expect: b'.' UnpicklingError unpickling stack underflow
# expect: b'x' UnpicklingError invalid load key, 'x'.
# expect: b'\x00' UnpicklingError invalid load key, '\x00'.
# expect: b'(' EOFError Ran out of input
# expect: b'h\x05.' UnpicklingError Memo value not found at index 5
# expect: b'cbuiltins\nnope\n.' AttributeError Can't get attribute 'nope' on <module 'builtins' (built-in)>
# expect: b'cno_such_module\nx\n.' ModuleNotFoundError No module named 'no_such_module'
# expect: b'K\x01a.' UnpicklingError unpickling stack underflow
# expect: b'X\xff\xff\xff\x7f.' UnpicklingError pickle data was truncated
# expect: b'\x80\x04\x95\x05\x00\x00\x00\x00\x00\x00\x00.' UnpicklingError pickle data was truncated
# expect: b'K\x010.' UnpicklingError unpickling stack underflow
# expect: b't.' UnpicklingError could not find MARK
# expect: b'Nb.' UnpicklingError unpickling stack underflow
# expect: a bytes-like object is required, not 'str'
# expect: pickle protocol must be <= 5
