# Row: by place, by name in any case, as a tuple; a row factory of the script.

import sqlite3

connection = sqlite3.connect(":memory:")
connection.row_factory = sqlite3.Row
row = connection.execute("select 1 as Apple, 'x' as pear, 2.5 as apple").fetchone()
print(row["apple"], row["PEAR"], row[2], row[-1], row[:2], tuple(row), len(row), row.keys())
for key in ("plum", 7, 1.5):
    try:
        row[key]
    except (IndexError, TypeError) as error:
        print(type(error).__name__, error)
print(row == connection.execute("select 1 as Apple, 'x' as pear, 2.5 as apple").fetchone(), row == tuple(row))
connection.row_factory = lambda cursor, values: dict(zip((column[0] for column in cursor.description), values))
print(connection.execute("select 1 as a, 2 as b").fetchone())
connection.row_factory = None
connection.text_factory = bytes
print(connection.execute("select 'text'").fetchone())

# expect: 1 x 2.5 2.5 (1, 'x') (1, 'x', 2.5) 3 ['Apple', 'pear', 'apple']
# expect: IndexError No item with that key
# expect: IndexError tuple index out of range
# expect: IndexError Index must be int or string
# expect: True False
# expect: {'a': 1, 'b': 2}
# expect: (b'text',)
