import os
path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../scripts/lessons/thread_pool.py")
exec(compile(open(path).read(), path, "exec"))
# expect: as_completed, whoever is ready first: [4, 0, 1]
# expect: map, in the order of the questions: [0, 1, 4]
# expect: done by worker_N, not by the main thread
# expect: raised in a worker, caught here: division by zero
# expect: what has not begun can be cancelled: True - what runs cannot: False
# expect: The pool is closed: 1 thread is left.
