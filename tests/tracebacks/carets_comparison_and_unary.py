def f(x):
    if x == 1 and -x < "a":
        return x
f(1)
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 4, in <module>
# expect stderr:     f(1)
# expect stderr:   File "{file}", line 2, in f
# expect stderr:     if x == 1 and -x < "a":
# expect stderr:                   ^^^^^^^^
# expect error: TypeError: '<' not supported between instances of 'int' and 'str'
# expect line: 2
