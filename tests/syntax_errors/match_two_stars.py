# expect stderr:   File "{file}", line 7
# expect stderr:     case [*a, *b]:
# expect stderr:          ^^^^^^^^
# expect error: SyntaxError: multiple starred names in sequence pattern
# expect line: 7
match x:
    case [*a, *b]:
        pass
