import re
import threading

show = lambda thing: print(re.sub(r"0x[0-9a-f]+", "ADDRESS", repr(thing)))
show(threading.Condition())      # expect: <Condition(<unlocked _thread.RLock object owner=0 count=0 at ADDRESS>, 0)>
lock = threading.Lock()
condition = threading.Condition(lock)
show(condition)                                  # expect: <Condition(<unlocked _thread.lock object at ADDRESS>, 0)>
with condition as entered:
    print(entered, lock.locked())                # expect: True True
    print(condition.wait(0.001), condition.wait(0), condition.wait(-1), lock.locked())   # expect: False False False True
    show(condition)                              # expect: <Condition(<locked _thread.lock object at ADDRESS>, 0)>
print(condition.acquire(), condition.acquire(False), condition.release())   # expect: True False None
for use in (condition.wait, condition.notify, condition.notify_all, lambda: condition.wait_for(lambda: False)):
    try:
        use()
    except RuntimeError as error:
        print(error)
# expect: cannot wait on un-acquired lock
# expect: cannot notify on un-acquired lock
# expect: cannot notify on un-acquired lock
# expect: cannot wait on un-acquired lock
