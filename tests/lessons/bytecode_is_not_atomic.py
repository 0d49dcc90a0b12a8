import os
path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../scripts/lessons/bytecode_is_not_atomic.py")
exec(compile(open(path).read(), path, "exec"))
# expect: count += 1 is made of:
# expect:     LOAD_GLOBAL
# expect:     LOAD_CONST
# expect:     BINARY_OP
# expect:     STORE_GLOBAL
# expect: A switch has 3 places to fall into between the read and the write.
# expect: One after the other:
# expect:     A read 0
# expect:     A wrote 1
# expect:     B read 1
# expect:     B wrote 2
# expect:     AABB: two updates, and count is 2
# expect: With a switch between read and write:
# expect:     A read 0
# expect:     B read 0
# expect:     A wrote 1
# expect:     B wrote 1
# expect:     ABAB: two updates, and count is 1
# expect: 4 of 6 schedules end with count == 1
# expect: 2 of 6 schedules end with count == 2
