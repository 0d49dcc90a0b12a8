class Meta(type):
    def __call__(cls, *a): return super().__call__(*a)
class A(metaclass=Meta):
    def __init__(self, x): self.y = x.z
A(1)
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 5, in <module>
# expect stderr:     A(1)
# expect stderr:   File "{file}", line 2, in __call__
# expect stderr:     def __call__(cls, *a): return super().__call__(*a)
# expect stderr:                                   ^^^^^^^^^^^^^^^^^^^^
# expect stderr:   File "{file}", line 4, in __init__
# expect stderr:     def __init__(self, x): self.y = x.z
# expect stderr:                                     ^^^
# expect error: AttributeError: 'int' object has no attribute 'z'
# expect line: 4
