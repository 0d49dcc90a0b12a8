from concurrent.futures import Executor, ThreadPoolExecutor

for wrong in (lambda: ThreadPoolExecutor(0), lambda: ThreadPoolExecutor(-1), lambda: ThreadPoolExecutor("a"),
              lambda: ThreadPoolExecutor(1).submit(), lambda: Executor().submit(print),
              lambda: Executor().map(print, [1]), lambda: ThreadPoolExecutor(1).submit(5).result()):
    try:
        wrong()
    except (ValueError, TypeError, NotImplementedError) as error:
        print(type(error).__name__, error)
# expect: ValueError max_workers must be greater than 0
# expect: ValueError max_workers must be greater than 0
# expect: TypeError '<=' not supported between instances of 'str' and 'int'
# expect: TypeError ThreadPoolExecutor.submit() missing 1 required positional argument: 'fn'
# expect: NotImplementedError 
# expect: NotImplementedError 
# expect: TypeError 'int' object is not callable
with Executor() as base:
    print(isinstance(base, Executor), base.shutdown())     # expect: True None
