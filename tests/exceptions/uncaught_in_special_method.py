class A:
    def __add__(self, other): return other.nope
    def __repr__(self): return [][0]
a = A()
print(a + 5)
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 5, in <module>
# expect stderr:     print(a + 5)
# expect stderr:           ~~^~~
# expect stderr:   File "{file}", line 2, in __add__
# expect stderr:     def __add__(self, other): return other.nope
# expect stderr:                                      ^^^^^^^^^^
# expect error: AttributeError: 'int' object has no attribute 'nope'
# expect line: 2
