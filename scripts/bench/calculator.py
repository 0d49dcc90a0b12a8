"""A tokenizer and a recursive-descent parser for arithmetic, character by character."""

ROUNDS = 27_000
SOURCE = "(1 + 2) * 3 - 14 / (5 + 2) + -(8 - 3 * 2) * (100 - 99) + 12 * (3 + 4 * (2 - 1)) - 7 * 7 / 7"


def tokenize(text):
    tokens = []
    i = 0
    while i < len(text):
        char = text[i]
        if char == " ":
            i += 1
        elif char.isdigit():
            start = i
            while i < len(text) and text[i].isdigit():
                i += 1
            tokens.append(("number", int(text[start:i])))
        elif char in "+-*/()":
            tokens.append(("operator", char))
            i += 1
        else:
            raise ValueError(f"unexpected {char!r}")
    tokens.append(("end", None))
    return tokens


class Parser:
    def __init__(self, tokens):
        self.tokens = tokens
        self.place = 0

    def peek(self):
        return self.tokens[self.place][1]

    def take(self):
        token = self.tokens[self.place]
        self.place += 1
        return token

    def expression(self):
        value = self.term()
        while self.peek() in ("+", "-"):
            if self.take()[1] == "+":
                value = value + self.term()
            else:
                value = value - self.term()
        return value

    def term(self):
        value = self.factor()
        while self.peek() in ("*", "/"):
            if self.take()[1] == "*":
                value = value * self.factor()
            else:
                value = value // self.factor()
        return value

    def factor(self):
        kind, value = self.take()
        if kind == "number":
            return value
        if value == "-":
            return -self.factor()
        inner = self.expression()
        self.take()
        return inner


def main():
    total = 0
    for i in range(ROUNDS):
        total += Parser(tokenize(f"{SOURCE} + {i} * ({SOURCE})")).expression()
    return total


result = main()
if result != 29890107000:
    raise SystemExit("wrong answer")
print("calculator", result)
