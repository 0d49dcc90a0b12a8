"""A database as the statements that make it again."""

_SEQUENCE = 'sqlite_sequence'


def _quoted(name):
    return '"' + name.replace('"', '""') + '"'


def _as_text(name):
    return "'" + name.replace("'", "''") + "'"


def _rows_of(cursor, table):
    columns = [row[1] for row in cursor.execute(f'PRAGMA table_info({_quoted(table)})').fetchall()]
    values = " || ',' || ".join(f'quote({_quoted(column)})' for column in columns)
    query = f"SELECT 'INSERT INTO ' || {_as_text(_quoted(table))} || ' VALUES(' || {values} || ')' FROM {_quoted(table)};"
    for row in cursor.execute(query):
        yield row[0] + ';'


def _tables(cursor):
    """What makes the tables, each followed by its rows; those of sqlite_sequence come last."""
    cursor.execute("SELECT name, type, sql FROM sqlite_master WHERE sql NOT NULL AND type == 'table' ORDER BY name")
    sequences = []
    virtual = False
    for name, _, sql in cursor.fetchall():
        if name == _SEQUENCE:
            sequences = ['DELETE FROM "sqlite_sequence";', *_rows_of(cursor, name)]
            continue
        if name == 'sqlite_stat1':
            yield 'ANALYZE "sqlite_master";'
        elif name.startswith('sqlite_'):
            continue
        elif sql.startswith('CREATE VIRTUAL TABLE'):
            if not virtual:
                virtual = True
                yield 'PRAGMA writable_schema=ON;'
            yield ('INSERT INTO sqlite_master(type,name,tbl_name,rootpage,sql)'
                   f"VALUES('table',{_as_text(name)},{_as_text(name)},0,{_as_text(sql)});")
            continue
        else:
            yield sql + ';'
        yield from _rows_of(cursor, name)
    cursor.execute("SELECT name, type, sql FROM sqlite_master WHERE sql NOT NULL AND type IN ('index', 'trigger', 'view')")
    for _, _, sql in cursor.fetchall():
        yield sql + ';'
    if virtual:
        yield 'PRAGMA writable_schema=OFF;'
    yield from sequences


def _iterdump(connection):
    yield 'BEGIN TRANSACTION;'
    cursor = connection.cursor()
    cursor.row_factory = None
    yield from _tables(cursor)
    yield 'COMMIT;'
