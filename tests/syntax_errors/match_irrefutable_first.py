# expect stderr:   File "{file}", line 7
# expect stderr:     case y:
# expect stderr:          ^
# expect error: SyntaxError: name capture 'y' makes remaining patterns unreachable
# expect line: 7
match x:
    case y:
        pass
    case 1:
        pass
