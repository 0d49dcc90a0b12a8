def f():
    return undefined_name + 1
f()
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 3, in <module>
# expect stderr:     f()
# expect stderr:   File "{file}", line 2, in f
# expect stderr:     return undefined_name + 1
# expect stderr:            ^^^^^^^^^^^^^^
# expect error: NameError: name 'undefined_name' is not defined
# expect line: 2
