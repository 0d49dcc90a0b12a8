import queue

def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error), error)

q = queue.Queue(2)
attempt(q.get_nowait)                                # expect: <class '_queue.Empty'> 
attempt(lambda: q.get(False))                        # expect: <class '_queue.Empty'> 
attempt(lambda: q.get(timeout=0.001))                # expect: <class '_queue.Empty'> 
attempt(lambda: q.get(timeout=0))                    # expect: <class '_queue.Empty'> 
q.put(1)
q.put_nowait(2)
attempt(lambda: q.put_nowait(3))                     # expect: <class 'queue.Full'> 
attempt(lambda: q.put(3, False))                     # expect: <class 'queue.Full'> 
attempt(lambda: q.put(3, timeout=0.001))             # expect: <class 'queue.Full'> 
attempt(lambda: q.put(3, True, 0))                   # expect: <class 'queue.Full'> 
attempt(lambda: q.put(3, False, -1))                 # expect: <class 'queue.Full'> 
print(q.full(), q.qsize())                           # expect: True 2
attempt(lambda: q.get(timeout=-1))                   # expect: <class 'ValueError'> 'timeout' must be a non-negative number
attempt(lambda: q.put(3, timeout=-1))                # expect: <class 'ValueError'> 'timeout' must be a non-negative number
attempt(lambda: queue.Queue().put(3, timeout=-1))    # expect: None
attempt(lambda: q.get(False, -1))                    # expect: 1
