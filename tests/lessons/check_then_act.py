import os
path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../scripts/lessons/check_then_act.py")
exec(compile(open(path).read(), path, "exec"))
# expect: Check and act apart:
# expect:     2 orders of 6: 1 sold, 0 left
# expect:     4 orders of 6: 2 sold, -1 left
# expect: Check and act as one step, as under a lock:
# expect:     6 orders of 6: 1 sold, 0 left
