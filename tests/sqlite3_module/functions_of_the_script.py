# SQL calls functions, aggregates, window functions and collations of the script; what they raise is an error of SQL.

import sqlite3

connection = sqlite3.connect(":memory:")
connection.executescript("create table t(a); insert into t values(3), (1), (2);")


class Longest:
    def __init__(self):
        self.values = []

    def step(self, value):
        self.values.append(value)

    def inverse(self, value):
        self.values.remove(value)

    def value(self):
        return "+".join(map(str, self.values))

    finalize = value


def fails(value):
    raise ZeroDivisionError


connection.create_function("twice", 1, lambda value: value * 2)
connection.create_function("count_of", -1, lambda *values: len(values), deterministic=True)
connection.create_function("fails", 1, fails)
connection.create_aggregate("joined", 1, Longest)
connection.create_window_function("moving", 1, Longest)
connection.create_collation("backwards", lambda a, b: (a < b) - (a > b))
print(connection.execute("select twice(a), twice('x' || a), count_of(1, null, a) from t").fetchall())
print(connection.execute("select joined(a) from t").fetchone())
print(connection.execute("select moving(a) over (order by a rows between 1 preceding and current row) from t").fetchall())
print(connection.execute("select 'v' || a as v from t order by v collate backwards").fetchall())
for sql in ("select fails(1)", "select fails(a) from t", "select nothing(1)", "select twice(1, 2)"):
    try:
        connection.execute(sql)
    except sqlite3.OperationalError as error:
        print(error)

# expect: [(6, 'x3x3', 3), (2, 'x1x1', 3), (4, 'x2x2', 3)]
# expect: ('3+1+2',)
# expect: [('1',), ('1+2',), ('2+3',)]
# expect: [('v3',), ('v2',), ('v1',)]
# expect: user-defined function raised exception
# expect: user-defined function raised exception
# expect: near "nothing": syntax error
# expect: wrong number of arguments to function twice()
