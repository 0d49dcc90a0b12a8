import operator
def tokens(text):
    i = 0
    while i < len(text):
        c = text[i]
        if c.isspace(): i += 1
        elif c.isdigit():
            j = i
            while j < len(text) and (text[j].isdigit() or text[j] == "."): j += 1
            yield "num", text[i:j]
            i = j
        elif c.isalpha() or c == "_":
            j = i
            while j < len(text) and (text[j].isalnum() or text[j] == "_"): j += 1
            yield "name", text[i:j]
            i = j
        else:
            yield "op", c
            i += 1
    yield "end", ""
class Parser:
    LEVELS = [("+", "-"), ("*", "/")]
    def __init__(self, text): self.tokens = list(tokens(text)); self.i = 0
    def next(self):
        self.i += 1
        return self.tokens[self.i - 1]
    def peek(self): return self.tokens[self.i]
    def parse(self, level=0):
        if level == len(self.LEVELS): return self.atom()
        left = self.parse(level + 1)
        while self.peek()[1] in self.LEVELS[level] and self.peek()[0] == "op":
            op = self.next()[1]
            left = (op, left, self.parse(level + 1))
        return left
    def atom(self):
        kind, text = self.next()
        if text == "(":
            inner = self.parse()
            if self.next()[1] != ")": raise SyntaxError("expected )")
            return inner
        if text == "-": return ("neg", self.atom())
        if kind == "end": raise SyntaxError("unexpected end")
        return text
def show(t):
    if isinstance(t, str): return t
    return f"({show(t[1])}{t[0]}{show(t[2])})" if len(t) == 3 else f"-{show(t[1])}"
for text in ("1+2*3", "(1+2)*3", "a_1*-b/2.5-c", "1-2-3", "((x))", "1+", "(1"):
    try:
        print(show(Parser(text).parse()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
# expect: (1+(2*3))
# expect: ((1+2)*3)
# expect: (((a_1*-b)/2.5)-c)
# expect: ((1-2)-3)
# expect: x
# expect: SyntaxError: unexpected end
# expect: SyntaxError: expected )
