import re
from concurrent.futures import Future, InvalidStateError, CancelledError

finished, cancelled = Future(), Future()
finished.set_result(1)
cancelled.cancel()
for wrong in (lambda: finished.set_result(2), lambda: finished.set_exception(ValueError()),
              lambda: cancelled.set_result(2),
              cancelled.result, cancelled.exception, lambda: Future().result(0), lambda: Future().exception(0.001)):
    try:
        wrong()
    except Exception as error:
        print(type(error), re.sub("0x[0-9a-f]+", "ADDRESS", str(error)))
# expect: <class 'concurrent.futures._base.InvalidStateError'> FINISHED: <Future at ADDRESS state=finished returned int>
# expect: <class 'concurrent.futures._base.InvalidStateError'> FINISHED: <Future at ADDRESS state=finished returned int>
# expect: <class 'concurrent.futures._base.InvalidStateError'> CANCELLED: <Future at ADDRESS state=cancelled>
# expect: <class 'concurrent.futures._base.CancelledError'> 
# expect: <class 'concurrent.futures._base.CancelledError'> 
# expect: <class 'TimeoutError'> 
# expect: <class 'TimeoutError'> 
print(InvalidStateError.__mro__[1] is CancelledError.__mro__[1])     # expect: True
