class A: __slots__ = ()
a = A()
a.x = 1
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 3, in <module>
# expect stderr:     a.x = 1
# expect stderr:     ^^^
# expect error: AttributeError: 'A' object has no attribute 'x'
# expect line: 3
