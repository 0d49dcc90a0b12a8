# expect stderr:   File "{file}", line 7
# expect stderr:     case [a, a]:
# expect stderr:              ^
# expect error: SyntaxError: multiple assignments to name 'a' in pattern
# expect line: 7
match x:
    case [a, a]:
        pass
