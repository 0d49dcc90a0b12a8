# only: gillab
# CPython's has caches, PRECALL and other numbers for jumps.
import dis

source = """
def total(limit, *, step=1):
    result = 0
    for i in range(limit):
        if i > 2:
            result += step
    return lambda: "done"
"""
names = {}
exec(compile(source, "total.py", "exec"), names)
dis.dis(names["total"])
# expect:   2           0 RESUME                   0
# expect:
# expect:   3           2 LOAD_CONST               1 (0)
# expect:               4 STORE_FAST               2 (result)
# expect:
# expect:   4           6 PUSH_NULL
# expect:               8 LOAD_GLOBAL              0 (range)
# expect:              10 LOAD_FAST                0 (limit)
# expect:              12 CALL                     1
# expect:              14 GET_ITER
# expect:         >>   16 FOR_ITER                19 (to 38)
# expect:              18 STORE_FAST               3 (i)
# expect:
# expect:   5          20 LOAD_FAST                3 (i)
# expect:              22 LOAD_CONST               2 (2)
# expect:              24 COMPARE_OP               4 (>)
# expect:              26 POP_JUMP_FORWARD_IF_FALSE    18 (to 36)
# expect:
# expect:   6          28 LOAD_FAST                2 (result)
# expect:              30 LOAD_FAST                1 (step)
# expect:              32 BINARY_OP               13 (+=)
# expect:              34 STORE_FAST               2 (result)
# expect:         >>   36 JUMP_BACKWARD            8 (to 16)
# expect:
# expect:   7     >>   38 LOAD_CONST               3 (<code object <lambda>, file "total.py", line 7>)
# expect:              40 MAKE_FUNCTION            0
# expect:              42 RETURN_VALUE
# expect:
# expect: Disassembly of <code object <lambda>, file "total.py", line 7>:
# expect:   7           0 RESUME                   0
# expect:               2 LOAD_CONST               1 ('done')
# expect:               4 RETURN_VALUE
