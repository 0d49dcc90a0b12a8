d = {}
del d["a"]
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 2, in <module>
# expect stderr:     del d["a"]
# expect stderr:         ~^^^^^
# expect error: KeyError: 'a'
# expect line: 2
