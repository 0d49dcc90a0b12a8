é = {"ü": 1}
x = "äöü" + é["ß"] + "é"
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 2, in <module>
# expect stderr:     x = "äöü" + é["ß"] + "é"
# expect stderr:                 ~^^^^^
# expect error: KeyError: 'ß'
# expect line: 2
