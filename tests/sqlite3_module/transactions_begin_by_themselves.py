# A change opens a transaction; commit, rollback and with end it; isolation_level None leaves all to SQL.

import sqlite3

connection = sqlite3.connect(":memory:")
connection.execute("create table t(a)")
print(connection.in_transaction)
connection.execute("insert into t values(1)")
print(connection.in_transaction, connection.total_changes)
connection.rollback()
print(connection.execute("select count(*) from t").fetchone())
with connection:
    connection.execute("insert into t values(2)")
print(connection.in_transaction, connection.execute("select a from t").fetchall())
try:
    with connection:
        connection.execute("delete from t")
        raise KeyError("no")
except KeyError:
    print(connection.execute("select a from t").fetchall())
connection.isolation_level = None
connection.execute("insert into t values(3)")
print(connection.in_transaction, repr(connection.isolation_level))
try:
    connection.isolation_level = "SOMETIMES"
except ValueError as error:
    print(error)

# expect: False
# expect: True 1
# expect: (0,)
# expect: False [(2,)]
# expect: [(2,)]
# expect: False None
# expect: isolation_level string must be '', 'DEFERRED', 'IMMEDIATE', or 'EXCLUSIVE'
