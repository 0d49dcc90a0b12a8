import re
import threading

event = threading.Event()
show = lambda: print(re.sub(r"0x[0-9a-f]+", "ADDRESS", repr(event)))
show()                                               # expect: <threading.Event at ADDRESS: unset>
print(event.is_set(), event.wait(0.001), event.wait(0), event.wait(-1))   # expect: False False False False
print(event.set(), event.is_set(), event.wait(), event.wait(0))           # expect: None True True True
show()                                               # expect: <threading.Event at ADDRESS: set>
print(event.clear(), event.is_set())                 # expect: None False
try:
    event.wait(1e20)
except OverflowError:
    print("too long")                                # expect: too long
