def f(a): pass
print(1, f(a=1, b=2), 3)
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 2, in <module>
# expect stderr:     print(1, f(a=1, b=2), 3)
# expect stderr:              ^^^^^^^^^^^
# expect error: TypeError: f() got an unexpected keyword argument 'b'
# expect line: 2
