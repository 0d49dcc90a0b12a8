class A: pass
a = A()
a.b = A()
value = a.b.c.d + 1
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 4, in <module>
# expect stderr:     value = a.b.c.d + 1
# expect stderr:             ^^^^^
# expect error: AttributeError: 'A' object has no attribute 'c'
# expect line: 4
