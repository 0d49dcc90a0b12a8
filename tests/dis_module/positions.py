import dis


def f(a, b):
    return (a
            + b)


for i in dis.get_instructions(f):
    if i.opname in ("LOAD_FAST", "BINARY_OP"):
        print(i.opname, tuple(i.positions))
# expect: LOAD_FAST (5, 5, 12, 13)
# expect: LOAD_FAST (6, 6, 14, 15)
# expect: BINARY_OP (5, 6, 12, 15)
print(dis.Positions._fields)  # expect: ('lineno', 'end_lineno', 'col_offset', 'end_col_offset')
print(dis.Positions())  # expect: Positions(lineno=None, end_lineno=None, col_offset=None, end_col_offset=None)
