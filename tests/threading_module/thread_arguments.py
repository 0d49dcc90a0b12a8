import threading

def show(*args, **kwargs):
    print(args, sorted(kwargs.items()))

for args, kwargs in (((), None), ((1, 2), None), ([3, 4], {"a": 5}), ("ab", {}), ((), {"b": 1, "a": 2})):
    thread = threading.Thread(target=show, args=args, kwargs=kwargs)
    thread.start()
    thread.join()
# expect: () []
# expect: (1, 2) []
# expect: (3, 4) [('a', 5)]
# expect: ('a', 'b') []
# expect: () [('a', 2), ('b', 1)]
thread = threading.Thread()
thread.start()
thread.join()
for wrong in (lambda: threading.Thread(1), lambda: threading.Thread(None, None, None, (), None, True),
              lambda: threading.Thread(target=show, bogus=1)):
    try:
        wrong()
    except (AssertionError, TypeError) as error:
        print(type(error).__name__, error)
# expect: AssertionError group argument must be None for now
# expect: TypeError Thread.__init__() takes from 1 to 6 positional arguments but 7 were given
# expect: TypeError Thread.__init__() got an unexpected keyword argument 'bogus'
