# Every method beside every other. What one call puts in stays together.
from _hammer import beside

data = bytearray()
log = bytearray()


def write(seed):
    global log
    letter = b"abcdefgh"[seed:seed + 1]
    for i in range(1500):
        log += letter * 3
        log.extend(letter * 2)
        log.append(letter[0])
        data.extend(b"x" * 20)
        data.insert(3, 65)
        try:
            data.pop()
            data.pop(0)
            data.remove(120)
            data[2:4] = b"zzzz"
            data[0] = 66
            del data[1:3]
            del data[::4]
        except (IndexError, ValueError, BufferError):
            pass
        try:
            data.reverse()
            if i % 10 == 0:
                data.clear()
        except BufferError as error:
            assert str(error) == "Existing exports of data: object cannot be re-sized"


def read():
    copy = bytes(data)
    assert set(copy) <= set(b"xABz"), copy
    data.find(b"zz"), data.count(b"x"), data.split(b"z"), data.upper(), data.startswith(b"x"), b"x" in data
    data == copy, data + b"y", data * 2, data.hex(), data.decode()
    for byte in data:
        assert byte in b"xABz"
    whole = bytes(log)
    assert len(whole.replace(b"a", b"").replace(b"b", b"").replace(b"c", b"")) == 0
    len(data), bool(data), repr(data)


def export():
    with memoryview(data) as view:
        size = len(view)
        assert set(view.tobytes()) <= set(b"xABz")
        assert len(view) == size
    with memoryview(b"".join([data, data])) as view:
        assert len(view) % 2 == 0


beside([lambda: write(0), lambda: write(1)], [read, read])
print(log.count(b"a"), log.count(b"b"))  # expect: 9000 9000
data.extend(b"x" * 30)
beside([lambda: [data.__setitem__(slice(0, 9), b"x" * 9) for _ in range(3000)]], [export, export])
data.append(1)
print(data[-1])  # expect: 1
