# Errors of SQL and of use: their classes, texts, and what the library calls them.

import sqlite3

connection = sqlite3.connect(":memory:")
connection.execute("create table t(a integer primary key, b not null)")
connection.execute("insert into t values(1, 2)")
for sql, parameters in (("select * from nowhere", ()), ("selec", ()), ("insert into t values(1, 2)", ()),
                        ("insert into t values(2, null)", ()), ("select 1; select 2", ()), ("select ?", ()),
                        ("select ?", (object(),)), ("select :a", {}), ("select ?", {"a": 1}), ("select ?", (2**70,)),
                        ("select ?", 5), ("select '\0'", ())):
    try:
        connection.execute(sql, parameters)
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "sqlite_errorname", "-"), sep=" | ")
cursor = connection.cursor()
connection.close()
for use in (connection.commit, connection.cursor, cursor.fetchone, lambda: cursor.execute("select 1")):
    try:
        use()
    except sqlite3.ProgrammingError as error:
        print(error)
try:
    sqlite3.connect("/nonexistent/file.db")
except sqlite3.OperationalError as error:
    print(error)

# expect: OperationalError | no such table: nowhere | SQLITE_ERROR
# expect: OperationalError | near "selec": syntax error | SQLITE_ERROR
# expect: IntegrityError | UNIQUE constraint failed: t.a | SQLITE_CONSTRAINT_PRIMARYKEY
# expect: IntegrityError | NOT NULL constraint failed: t.b | SQLITE_CONSTRAINT_NOTNULL
# expect: ProgrammingError | You can only execute one statement at a time. | -
# expect: ProgrammingError | Incorrect number of bindings supplied. The current statement uses 1, and there are 0 supplied. | -
# expect: ProgrammingError | Error binding parameter 1: type 'object' is not supported | -
# expect: ProgrammingError | You did not supply a value for binding parameter :a. | -
# expect: ProgrammingError | Binding 1 has no name, but you supplied a dictionary (which has only names). | -
# expect: OverflowError | Python int too large to convert to SQLite INTEGER | -
# expect: ProgrammingError | parameters are of unsupported type | -
# expect: ProgrammingError | the query contains a null character | -
# expect: Cannot operate on a closed database.
# expect: Cannot operate on a closed database.
# expect: Cannot operate on a closed database.
# expect: Cannot operate on a closed database.
# expect: unable to open database file
