class Shows:
    def __get__(self, instance, owner):
        return 'got', instance.__name__, owner.__name__

class A:
    def method(self, cls):
        return 'bound', cls.__name__

class C:
    shown = classmethod(Shows())
    bound = classmethod(A().method)
    name = classmethod(property(lambda cls: cls.__name__))

print(C.shown, C().shown)
print(C.bound(), C().bound())
print(C.name)
print(hasattr(type(A().method), '__get__'))

# expect: ('got', 'C', 'C') ('got', 'C', 'C')
# expect: ('bound', 'C') ('bound', 'C')
# expect: C
# expect: False
