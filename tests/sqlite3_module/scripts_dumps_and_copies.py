# executescript, iterdump, backup, serialize: a database as text, as another, as bytes.

import sqlite3

connection = sqlite3.connect(":memory:")
connection.executescript("""
    create table t(a, "odd name" text);  -- a comment; with a semicolon
    insert into t values(1, 'it''s'), (null, x'00ff');
    create index i on t(a);
    create view v as select a from t;
""")
for line in connection.iterdump():
    print(line)
other = sqlite3.connect(":memory:")
connection.commit()
connection.backup(other, pages=1, progress=lambda status, remaining, total: print("copied", status, remaining < total))
print(other.execute("select * from t").fetchall())
third = sqlite3.connect(":memory:")
third.deserialize(connection.serialize())
print(third.execute("select count(*) from v").fetchone())
print(sqlite3.complete_statement("select 1;"), sqlite3.complete_statement("select 1"))

# expect: BEGIN TRANSACTION;
# expect: CREATE TABLE t(a, "odd name" text);
# expect: INSERT INTO "t" VALUES(1,'it''s');
# expect: INSERT INTO "t" VALUES(NULL,X'00FF');
# expect: CREATE INDEX i on t(a);
# expect: CREATE VIEW v as select a from t;
# expect: COMMIT;
# expect: copied 0 True
# expect: copied 0 True
# expect: copied 101 True
# expect: [(1, "it's"), (None, b'\x00\xff')]
# expect: (2,)
# expect: True False
