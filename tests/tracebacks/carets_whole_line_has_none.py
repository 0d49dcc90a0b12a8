def f():
    undefined_thing
f()
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 3, in <module>
# expect stderr:     f()
# expect stderr:   File "{file}", line 2, in f
# expect stderr:     undefined_thing
# expect error: NameError: name 'undefined_thing' is not defined
# expect line: 2
