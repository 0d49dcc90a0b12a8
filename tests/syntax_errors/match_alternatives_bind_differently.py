# expect stderr:   File "{file}", line 7
# expect stderr:     case [a] | b:
# expect stderr:                ^
# expect error: SyntaxError: alternative patterns bind different names
# expect line: 7
match x:
    case [a] | b:
        pass
