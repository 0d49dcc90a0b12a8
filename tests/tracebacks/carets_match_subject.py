match {}["k"]:
    case 1: pass
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 1, in <module>
# expect stderr:     match {}["k"]:
# expect stderr:           ~~^^^^^
# expect error: KeyError: 'k'
# expect line: 1
