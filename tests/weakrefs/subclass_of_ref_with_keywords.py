import weakref

class Thing:
    pass

class Ref(weakref.ref):
    def __init__(self, thing, callback=None, value=42):
        super().__init__(thing, callback)
        self.value = value

thing = Thing()
print(Ref(thing, value=24).value, Ref(thing)() is thing)
first = Ref(thing)
plain = weakref.ref(thing)
print(weakref.getweakrefs(thing)[0] is plain)
for act in (lambda: weakref.ref(thing, callback=None), lambda: plain.__init__(), lambda: plain.__init__(1, 2, 3)):
    try:
        act()
    except TypeError as error:
        print(error)

# expect: 24 True
# expect: True
# expect: ref() takes no keyword arguments
# expect: __init__ expected at least 1 argument, got 0
# expect: __init__ expected at most 2 arguments, got 3
