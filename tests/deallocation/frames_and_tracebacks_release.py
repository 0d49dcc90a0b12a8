import sys, weakref
class T: pass
def f():
    t = T()
    global ref
    ref = weakref.ref(t)
    raise ValueError
try: f()
except ValueError: print("inside", ref() is not None)  # expect: inside True
print("after", ref())  # expect: after None
def g():
    t = T()
    global ref
    ref = weakref.ref(t)
    return sys._getframe()
frame = g()
print("frame holds", ref() is not None)  # expect: frame holds True
frame.clear()
print("cleared", ref())  # expect: cleared None
