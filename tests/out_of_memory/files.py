# every allocation fails once
import os
import sys

path = "/tmp/gillab-out-of-memory-%d" % os.getpid()
try:
    with open(path, "w", encoding="utf-8") as file:
        print("one", "zwei", sep="\n", file=file)
        file.writelines(["é\n"])
    with open(path, encoding="utf-8") as file:
        print([line.strip() for line in file])  # expect: ['one', 'zwei', 'é']
    with open(path, "rb") as file:
        print(file.read(5), file.tell())  # expect: b'one\nz' 5
finally:
    if os.path.exists(path):
        os.remove(path)
sys.stdout.write("end\n")  # expect: end
