# A connection belongs to its thread unless told; then threads may take turns with it.

import sqlite3
import threading

connection = sqlite3.connect(":memory:")


def use():
    try:
        connection.execute("select 1")
    except sqlite3.ProgrammingError as error:
        print(str(error).partition(".")[0])


thread = threading.Thread(target=use)
thread.start()
thread.join()

shared = sqlite3.connect(":memory:", check_same_thread=False)
shared.execute("create table t(a)")
lock = threading.Lock()


def insert(first):
    for number in range(first, first + 50):
        with lock:
            shared.execute("insert into t values(?)", (number,))


threads = [threading.Thread(target=insert, args=(first,)) for first in (0, 50, 100)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(shared.execute("select count(*), sum(a) from t").fetchone())

# expect: SQLite objects created in a thread can only be used in that same thread
# expect: (150, 11175)
