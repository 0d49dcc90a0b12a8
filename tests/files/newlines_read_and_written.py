import os
path = f"/tmp/gillab-newlines-{os.getpid()}"

for newline in None, "", "\n", "\r", "\r\n":
    with open(path, "w", newline=newline) as f:
        f.write("a\nb\r\nc\rd")
    with open(path, "rb") as f:
        print(repr(newline), f.read())
    with open(path, "wb") as f:
        f.write(b"a\nb\r\nc\rd")
    with open(path, newline=newline) as f:
        print(list(f), f.newlines)
    with open(path, newline=newline) as f:
        print([f.readline(2) for _ in range(6)], [f.read(1) for _ in range(2)])
    with open(path, newline=newline) as f:
        print(repr(f.read(4)), repr(f.read(2)), repr(f.read()))
os.remove(path)
# expect: None b'a\nb\r\nc\rd'
# expect: ['a\n', 'b\n', 'c\n', 'd'] ('\r', '\n', '\r\n')
# expect: ['a\n', 'b\n', 'c\n', 'd', '', ''] ['', '']
# expect: 'a\nb\n' 'c\n' 'd'
# expect: '' b'a\nb\r\nc\rd'
# expect: ['a\n', 'b\r\n', 'c\r', 'd'] ('\r', '\n', '\r\n')
# expect: ['a\n', 'b\r', '\n', 'c\r', 'd', ''] ['', '']
# expect: 'a\nb\r' '\nc' '\rd'
# expect: '\n' b'a\nb\r\nc\rd'
# expect: ['a\n', 'b\r\n', 'c\rd'] None
# expect: ['a\n', 'b\r', '\n', 'c\r', 'd', ''] ['', '']
# expect: 'a\nb\r' '\nc' '\rd'
# expect: '\r' b'a\rb\r\rc\rd'
# expect: ['a\nb\r', '\nc\r', 'd'] None
# expect: ['a\n', 'b\r', '\nc', '\r', 'd', ''] ['', '']
# expect: 'a\nb\r' '\nc' '\rd'
# expect: '\r\n' b'a\r\nb\r\r\nc\rd'
# expect: ['a\nb\r\n', 'c\rd'] None
# expect: ['a\n', 'b\r', '\nc', '\rd', '', ''] ['', '']
# expect: 'a\nb\r' '\nc' '\rd'
