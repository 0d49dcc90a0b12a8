# only: gillab
# CPython does not promise whole lines of a text file that threads share.
# Files in memory and on disk that all threads write to: each write is there once and whole.
import io
import os
import tempfile
from _hammer import each

text, binary = io.StringIO(), io.BytesIO()
folder = tempfile.mkdtemp()
path = os.path.join(folder, "lines")


def work(number):
    line = f"{number}" * 8 + "\n"
    with open(path, "a") as own:
        for i in range(1500):
            text.write(line)
            binary.write(line.encode())
            shared.write(line)
            raw.write(line.encode())
            if i % 100 == 0:
                own.write(line)
                shared.flush()
                assert len(text.getvalue()) % 9 == 0 and len(binary.getvalue()) % 9 == 0
                text.tell(), binary.tell()


with open(path, "a") as shared, open(path + "2", "wb", buffering=64) as raw:
    each(4, work)
for content in (text.getvalue(), binary.getvalue().decode(), open(path + "2").read()):
    lines = content.splitlines()
    assert len(lines) == 6000 and all(lines.count(str(n) * 8) == 1500 for n in range(4))
content = open(path).read()
print(len(content), sorted(set(content.split("\n"))) >= ["", "00000000"])  # expect: 54540 True

reader, taken = open(path + "2"), [[] for _ in range(4)]
each(4, lambda number: taken[number].extend(iter(reader.readline, "")))
print(sum(map(len, taken)), {len(line) for lines in taken for line in lines})  # expect: 6000 {9}
reader.close()
for name in (path, path + "2"):
    os.remove(name)
os.rmdir(folder)
