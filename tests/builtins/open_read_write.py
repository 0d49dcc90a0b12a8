import os, sys
path = f"/tmp/gillab-test-{os.getpid()}.txt"
with open(path, "w") as f:
    print(f.write("line one\n"), f.write("zwei é\n"))  # expect: 9 7
    f.writelines(["three\n", "four"])
with open(path) as f:
    print(repr(f.readline()), f.read().split("\n"))  # expect: 'line one\n' ['zwei é', 'three', 'four']
with open(path, encoding="utf-8") as f:
    print([line.strip() for line in f])  # expect: ['line one', 'zwei é', 'three', 'four']
with open(path, "rb") as f: print(f.read(12))  # expect: b'line one\nzwe'
with open(path, "a") as f: f.write("!")
print(open(path).readlines()[-1], f.closed)  # expect: four! True
try:
    f.read()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: I/O operation on closed file.
os.remove(path)
try:
    open(path)
except FileNotFoundError as error:
    print(error.errno, error.strerror)  # expect: 2 No such file or directory
try:
    open(path, "q")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: invalid mode: 'q'
