import os
path = f"/tmp/gillab-newlines-{os.getpid()}"
with open(path, "wb") as f: f.write(b"a\r\nb\rc\nd")
for newline in (None, "", "\n", "\r", "\r\n"):
    print(open(path, newline=newline).readlines(), repr(open(path, newline=newline).read(3)))
for newline in (None, "", "\n", "\r", "\r\n"):
    with open(path, "w", newline=newline) as f: f.write("x\ny\n")
    print(open(path, "rb").read())
os.remove(path)
# expect: ['a\n', 'b\n', 'c\n', 'd'] 'a\nb'
# expect: ['a\r\n', 'b\r', 'c\n', 'd'] 'a\r\n'
# expect: ['a\r\n', 'b\rc\n', 'd'] 'a\r\n'
# expect: ['a\r', '\nb\r', 'c\nd'] 'a\r\n'
# expect: ['a\r\n', 'b\rc\nd'] 'a\r\n'
# expect: b'x\ny\n'
# expect: b'x\ny\n'
# expect: b'x\ny\n'
# expect: b'x\ry\r'
# expect: b'x\r\ny\r\n'
