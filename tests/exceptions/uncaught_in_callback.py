def key(x): return x.missing
print(sorted([1, 2], key=key))
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 2, in <module>
# expect stderr:     print(sorted([1, 2], key=key))
# expect stderr:           ^^^^^^^^^^^^^^^^^^^^^^^
# expect stderr:   File "{file}", line 1, in key
# expect stderr:     def key(x): return x.missing
# expect stderr:                        ^^^^^^^^^
# expect error: AttributeError: 'int' object has no attribute 'missing'
# expect line: 1
