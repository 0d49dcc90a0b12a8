import collections, pickle

class Own(collections.deque):
    pass

made = Own([1, 2], 5)
made.x = 3
again = pickle.loads(pickle.dumps(made))
print(again.x, again.maxlen, again)
print(made.__reduce__()[:3], collections.deque([1]).__reduce__()[:3])

# expect: 3 5 Own([1, 2], maxlen=5)
# expect: (<class '__main__.Own'>, ((), 5), {'x': 3}) (<class 'collections.deque'>, (), None)
