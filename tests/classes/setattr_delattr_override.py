class A:
    def __setattr__(self, name, value):
        print("set", name, value)
        object.__setattr__(self, name, value)
    def __delattr__(self, name):
        print("del", name)
        super().__delattr__(name)
a = A()
a.x = 1  # expect: set x 1
a.x += 1  # expect: set x 2
print(a.x)  # expect: 2
del a.x  # expect: del x
try:
    del a.x  # expect: del x
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'A' object has no attribute 'x'
