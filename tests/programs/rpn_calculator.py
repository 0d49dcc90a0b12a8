import operator
OPS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "^": operator.pow}
def rpn(text):
    stack = []
    for token in text.split():
        if token in OPS:
            if len(stack) < 2: raise ValueError(f"stack too small for {token}")
            b, a = stack.pop(), stack.pop()
            stack.append(OPS[token](a, b))
        else: stack.append(float(token) if "." in token else int(token))
    if len(stack) != 1: raise ValueError(f"{len(stack)} values left")
    return stack[0]
for text in ("3 4 +", "2 3 ^ 4 * 5 -", "1 2 /", "1.5 2 *", "+", "1 2", "a", "1 0 /"):
    try:
        print(rpn(text))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
# expect: 7
# expect: 27
# expect: 0.5
# expect: 3.0
# expect: ValueError: stack too small for +
# expect: ValueError: 2 values left
# expect: ValueError: invalid literal for int() with base 10: 'a'
# expect: ZeroDivisionError: division by zero
