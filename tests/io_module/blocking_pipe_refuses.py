def refuse(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"

import os
reader, writer = os.pipe()
os.set_blocking(reader, False)
os.set_blocking(writer, False)
source = open(reader, "rb", 0)
print(source.read(5), source.readinto(bytearray(3)))
buffered = open(reader, "rb", closefd=False)
print(buffered.read(5), buffered.read1(5))
sink = open(writer, "wb")
try:
    while True:
        sink.write(b"x" * 100000)
except BlockingIOError as error:
    print(error.errno == 11, error.strerror, 0 <= error.characters_written <= 100000)
os.set_blocking(writer, True)
while source.read(1 << 20):
    pass
sink.close()
# expect: None None
# expect: None b''
# expect: True write could not complete without blocking True
