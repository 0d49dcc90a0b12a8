def f(x):
    match x:
        case 0: return "zero"
        case -1: return "minus one"
        case 1.5: return "float"
        case 2 + 3j: return "complex"
        case "text": return "str"
        case b"by": return "bytes"
        case None: return "none"
        case True: return "true"
        case False: return "false"
        case _: return "other"
print([f(x) for x in (0, -1, 1.5, 2 + 3j, "text", b"by", None, True, False, 1, [], 0.0)])
# expect: ['zero', 'minus one', 'float', 'complex', 'str', 'bytes', 'none', 'true', 'zero', 'other', 'other', 'zero']
