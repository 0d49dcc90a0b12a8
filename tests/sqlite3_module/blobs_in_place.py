# blobopen: bytes of one value as a file of fixed size.

import sqlite3

connection = sqlite3.connect(":memory:")
connection.execute("create table t(b blob)")
connection.execute("insert into t values(zeroblob(8))")
with connection.blobopen("t", "b", 1) as blob:
    blob.write(b"abc")
    blob[4] = 120
    blob[5:8] = b"yz!"
    print(len(blob), blob.tell(), blob.read(2), blob.seek(-3, 2), blob.read(), blob[0], blob[::2])
    for use in (lambda: blob.write(b"more"), lambda: blob.seek(9), lambda: blob[8], lambda: blob["a"]):
        try:
            use()
        except Exception as error:
            print(type(error).__name__, error)
print(connection.execute("select b from t").fetchone())

# expect: 8 3 b'\x00x' None b'yz!' 97 b'acxz'
# expect: ValueError data longer than blob length
# expect: ValueError offset out of blob range
# expect: IndexError Blob index out of range
# expect: TypeError Blob indices must be integers
# expect: (b'abc\x00xyz!',)
