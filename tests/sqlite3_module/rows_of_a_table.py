# What is inserted comes back in its types: ints, texts, floats, bytes, None.

import sqlite3

connection = sqlite3.connect(":memory:")
connection.execute("create table t(a integer primary key, b text, c real, d blob)")
connection.executemany("insert into t(b, c, d) values(?, ?, ?)",
                       [("one", 1.5, b"\x00\xff"), ("zwei \u00fc", -2.0, None), ("\U0001f600", 3, b"")])
cursor = connection.execute("select * from t order by a")
print([column[0] for column in cursor.description])
print(cursor.fetchone())
print(cursor.fetchmany(1), cursor.fetchall(), cursor.fetchone())
print(connection.execute("select ?, ?, ?", (2**62, True, bytearray(b"x"))).fetchone())
for value in connection.execute("select b from t where a > :least", {"least": 1}):
    print(value)

# expect: ['a', 'b', 'c', 'd']
# expect: (1, 'one', 1.5, b'\x00\xff')
# expect: [(2, 'zwei ü', -2.0, None)] [(3, '😀', 3.0, b'')] None
# expect: (4611686018427387904, 1, b'x')
# expect: ('zwei ü',)
# expect: ('😀',)
