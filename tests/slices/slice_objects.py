s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(None), s == slice(1, 10, 2), s.indices(6))
# expect: slice(1, 10, 2) 1 10 2 slice(None, 5, None) slice(None, None, None) True (1, 6, 2)
print(slice(None, None, -1).indices(4), slice(-3, None).indices(10))  # expect: (3, -1, -1) (7, 10, 1)
try:
    hash(s)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: unhashable type: 'slice'
try:
    slice()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: slice expected at least 1 argument, got 0
class Show:
    def __getitem__(self, key):
        return key
    def __setitem__(self, key, value):
        print("set", key, value)
    def __delitem__(self, key):
        print("del", key)
show = Show()
print(show[1], show[1:2], show[1:2, 3], show[:], show[::2], show[...], show[1, ], show[()])
# expect: 1 slice(1, 2, None) (slice(1, 2, None), 3) slice(None, None, None) slice(None, None, 2) Ellipsis (1,) ()
print(show[1:2, ::3], show[-1])  # expect: (slice(1, 2, None), slice(None, None, 3)) -1
show[1:2] = 5  # expect: set slice(1, 2, None) 5
show[1, 2] = 6  # expect: set (1, 2) 6
del show[::2]  # expect: del slice(None, None, 2)
del show["k"]  # expect: del k
