import contextlib
import io
from concurrent.futures import Future

future = Future()
future.set_running_or_notify_cancel()
with contextlib.redirect_stderr(io.StringIO()) as text:
    try:
        future.set_running_or_notify_cancel()
    except RuntimeError as error:
        print(error)                                 # expect: Future in unexpected state
print(text.getvalue() == f"Future {id(future)} in unexpected state: RUNNING\n")    # expect: True
