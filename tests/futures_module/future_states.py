import re
from concurrent.futures import Future

def show(future):
    print(re.sub("0x[0-9a-f]+", "ADDRESS", repr(future)), future.running(), future.done(), future.cancelled())

future = Future()
show(future)                                         # expect: <Future at ADDRESS state=pending> False False False
print(future.set_running_or_notify_cancel())         # expect: True
show(future)                                         # expect: <Future at ADDRESS state=running> True False False
print(future.cancel())                               # expect: False
future.set_result([1])
show(future)                                         # expect: <Future at ADDRESS state=finished returned list> False True False
print(future.result(), future.exception(), future.cancel())    # expect: [1] None False
future = Future()
future.set_exception(ValueError("v"))
show(future)                                         # expect: <Future at ADDRESS state=finished raised ValueError> False True False
future = Future()
print(future.cancel(), future.cancel())              # expect: True True
show(future)                                         # expect: <Future at ADDRESS state=cancelled> False True True
print(future.set_running_or_notify_cancel())         # expect: False
show(future)                                         # expect: <Future at ADDRESS state=cancelled> False True True
