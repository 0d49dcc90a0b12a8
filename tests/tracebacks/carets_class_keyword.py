class A(metaclass=5): pass
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 1, in <module>
# expect stderr:     class A(metaclass=5): pass
# expect error: TypeError: 'int' object is not callable
# expect line: 1
