# json, pickle, struct, repr and copies of structures that another thread changes: the result is whole, or an error that
# says that the structure changed.
import copy
import json
import pickle
import struct
from _hammer import beside

data = {"list": [0] * 20, "dict": {"a": 0}, "text": "x" * 10}


def write():
    for i in range(3000):
        data["list"].append(str(i))
        data["dict"][f"k{i % 7}"] = [i]
        data["dict"].pop(f"k{(i + 3) % 7}", None)
        data["list"].pop(0)
        data["text"] = str(i) * 5
        if i % 100 == 0:
            data["list"] = [0] * 20


def read():
    for make in (lambda: json.loads(json.dumps(data)), lambda: pickle.loads(pickle.dumps(data)), lambda: eval(repr(data)),
                 lambda: copy.deepcopy(data)):
        try:
            made = make()
        except RuntimeError as error:
            assert "changed" in str(error), error
            continue
        assert set(made) == {"list", "dict", "text"} and len(made["text"]) in (5, 10, 15, 20)
        assert 18 <= len(made["list"]) <= 22, len(made["list"])
    packed = struct.pack("<I8sd", 7, b"abc", 0.5)
    assert struct.unpack("<I8sd", packed) == (7, b"abc\0\0\0\0\0", 0.5)


beside([write], [read, read, read])
print(len(data["list"]), data["text"])  # expect: 20 29992999299929992999
