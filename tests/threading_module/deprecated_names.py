import threading
import warnings

thread = threading.Thread()
condition = threading.Condition()
with warnings.catch_warnings(record=True) as caught, condition:
    warnings.simplefilter("always")
    thread.setName("old")
    thread.setDaemon(True)
    print(thread.getName(), thread.isDaemon(), threading.Event().isSet())   # expect: old True False
    print(threading.activeCount(), threading.currentThread().name)          # expect: 1 MainThread
    condition.notifyAll()
for warning in caught:
    print(warning.category.__name__, warning.message, warning.filename == __file__)
# expect: DeprecationWarning setName() is deprecated, set the name attribute instead True
# expect: DeprecationWarning setDaemon() is deprecated, set the daemon attribute instead True
# expect: DeprecationWarning getName() is deprecated, get the name attribute instead True
# expect: DeprecationWarning isDaemon() is deprecated, get the daemon attribute instead True
# expect: DeprecationWarning isSet() is deprecated, use is_set() instead True
# expect: DeprecationWarning activeCount() is deprecated, use active_count() instead True
# expect: DeprecationWarning currentThread() is deprecated, use current_thread() instead True
# expect: DeprecationWarning notifyAll() is deprecated, use notify_all() instead True
