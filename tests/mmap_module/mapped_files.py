# mmap: files as sequences and as files, access, errors; shared with a child.
import mmap
import os
import tempfile

with tempfile.TemporaryFile() as file:
    file.write(b'hello world\nsecond line\n')
    file.flush()
    with mmap.mmap(file.fileno(), 0) as m:
        print(len(m), m[0], m[:5], m[-5:], m[::6], m.find(b'o'), m.rfind(b'o'), m.size())
        print(m.readline(), m.tell(), m.read(6), m.read_byte())
        m.seek(0)
        print(m.write(b'HELLO'), m[:11])
        m[6:11] = b'WORLD'
        m[0] = ord('J')
        m.move(0, 6, 3)
        m.flush()
        file.seek(0)
        print(file.read())
        for wrong in (lambda: m[100], lambda: m.__setitem__(slice(0, 3), b'x'), lambda: m.seek(-1), lambda: m['x']):
            try:
                wrong()
            except (IndexError, ValueError, TypeError) as e:
                print(type(e).__name__, e)
    print(m.closed)
    try:
        m[0]
    except ValueError as e:
        print(e)
    with mmap.mmap(file.fileno(), 5, access=mmap.ACCESS_READ) as m:
        try:
            m[0] = 1
        except TypeError as e:
            print(e)
        print(bytes(m), m)
    with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_COPY) as m:
        m[0] = 0
        file.seek(0)
        print(m[0], file.read(1))
for arguments in ((-1, 0), (-1, -1)):
    try:
        mmap.mmap(*arguments)
    except (OSError, OverflowError) as e:
        print(type(e).__name__, e)
shared = mmap.mmap(-1, 10)
if os.fork() == 0:
    shared[:5] = b'child'
    os._exit(0)
os.wait()
print(shared[:5])
view = memoryview(shared)
try:
    shared.close()
except BufferError as e:
    print(e)
view.release()
shared.close()
# expect: 24 104 b'hello' b'line\n' b'hws ' 4 15 24
# expect: b'hello world\n' 12 b'second' 32
# expect: 5 b'HELLO world'
# expect: b'WORLO WORLD\nsecond line\n'
# expect: IndexError mmap index out of range
# expect: IndexError mmap slice assignment is wrong size
# expect: ValueError seek out of range
# expect: TypeError mmap indices must be integers
# expect: True
# expect: mmap closed or invalid
# expect: mmap can't modify a readonly memory map.
# expect: b'WORLO' <mmap.mmap closed=False, access=ACCESS_READ, length=5, pos=0, offset=0>
# expect: 0 b'W'
# expect: OSError [Errno 22] Invalid argument
# expect: OverflowError memory mapped length must be positive
# expect: b'child'
# expect: cannot close exported pointers exist
