class A:
    def __init__(self, x): pass
class B(A): pass
print(B())
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 4, in <module>
# expect stderr:     print(B())
# expect stderr:           ^^^
# expect error: TypeError: A.__init__() missing 1 required positional argument: 'x'
# expect line: 4
