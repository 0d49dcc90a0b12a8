"""A trace function belongs to its thread; threading.settrace gives one to threads that start later."""
import sys
import threading


def gen(n):
    for i in range(n):
        yield i


def work(n):
    total = 0
    for i in range(n):
        total += sum(gen(i))
    return total


heard = {}


def listener(name):
    events = heard[name] = []

    def tell(frame, event, arg):
        if frame.f_code.co_name in ('work', 'gen'):
            events.append((frame.f_code.co_name, event, frame.f_lineno))
        return tell
    return tell


def traced(name):
    sys.settrace(listener(name))
    work(12)
    sys.settrace(None)


threads = [threading.Thread(target=traced, args=(i,)) for i in range(3)]
threads += [threading.Thread(target=work, args=(12,)) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(heard), heard[0] == heard[1] == heard[2], len(heard[0]), sys.gettrace())

threading.settrace(listener('all'))
threading.setprofile(listener('profile'))
print(threading.gettrace() is not None, threading.getprofile() is not None)
thread = threading.Thread(target=work, args=(3,))
thread.start()
thread.join()
threading.settrace(None)
threading.setprofile(None)
print(len(heard['all']), len(heard['profile']))

# A generator that was told of in one thread goes on in another, and comes back.
it = gen(6)
sys.settrace(listener('first'))
next(it)
sys.settrace(None)
rest = []
thread = threading.Thread(target=lambda: rest.append(next(it)))
thread.start()
thread.join()
sys.settrace(listener('then'))
next(it)
sys.settrace(None)
print(rest, list(it), [event for _, event, _ in heard['first']], [event for _, event, _ in heard['then']])

# expect: 3 True 329 None
# expect: True True
# expect: 32 20
# expect: [1] [3, 4, 5] ['call', 'line', 'line', 'return'] ['call', 'line', 'line', 'return']
