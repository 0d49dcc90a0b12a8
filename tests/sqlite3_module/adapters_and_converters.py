# Objects become values of the library and back, by declared types and by names of columns.

import datetime
import sqlite3


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __conform__(self, protocol):
        if protocol is sqlite3.PrepareProtocol:
            return f"{self.x};{self.y}"


class Money(int):
    pass


sqlite3.register_adapter(Money, lambda money: f"{int(money)} coins")
sqlite3.register_converter("point", lambda text: Point(*map(int, text.split(b";"))))
connection = sqlite3.connect(":memory:", detect_types=sqlite3.PARSE_DECLTYPES | sqlite3.PARSE_COLNAMES)
connection.execute("create table t(p point, d date, m text)")
connection.execute("insert into t values(?, ?, ?)", (Point(3, 4), datetime.date(2024, 2, 29), Money(7)))
point, day, money = connection.execute("select * from t").fetchone()
print(type(point).__name__, point.x + point.y, repr(day), money)
print(connection.execute("select '2020-01-02 03:04:05.000006' as \"t [timestamp]\"").fetchone())
print(connection.execute("select null as \"t [timestamp]\"").description[0][0])

# expect: Point 7 datetime.date(2024, 2, 29) 7 coins
# expect: (datetime.datetime(2020, 1, 2, 3, 4, 5, 6),)
# expect: t
