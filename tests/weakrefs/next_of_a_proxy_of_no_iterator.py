import weakref

class Thing:
    pass

thing = Thing()
try:
    next(weakref.proxy(thing))
except TypeError as error:
    print(error)

# expect: Weakref proxy referenced a non-iterator 'Thing' object
