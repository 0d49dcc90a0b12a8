# literal_eval: texts that say a value. Trees of Python code are not here.
import re

__all__ = ["literal_eval"]

_token = re.compile(r"""
    (?P<space> [ \t\f]+ | \\\n | \#[^\n]* )
  | (?P<line> \r?\n )
  | (?P<number> (?!\.\.) (?: 0[xX](?:_?[0-9a-fA-F])+ | 0[oO](?:_?[0-7])+ | 0[bB](?:_?[01])+
      | (?: \d(?:_?\d)* \.? (?:\d(?:_?\d)*)? | \.\d(?:_?\d)* ) (?:[eE][-+]?\d(?:_?\d)*)? [jJ]? ) )
  | (?P<string> (?: [rR]?[bB]? | [bB][rR] | [uU] )
      (?: '''(?:[^\\]|\\.)*?''' | \"\"\"(?:[^\\]|\\.)*?\"\"\" | '(?:[^'\\\n]|\\.)*' | "(?:[^"\\\n]|\\.)*" ) )
  | (?P<dots> \.\.\. )
  | (?P<name> [^\W\d]\w* )
  | (?P<mark> [-+()\[\]{},:] )
""", re.VERBOSE | re.DOTALL)

_NAMES = {"None": None, "True": True, "False": False}


class _Malformed(Exception):
    """Python code that is no literal."""


class _Reader:
    def __init__(self, text):
        self.tokens = []
        self.lines = []  # of each token
        place, line, depth = 0, 1, 0
        while place < len(text):
            found = _token.match(text, place)
            if found is None:
                raise _Malformed("Name", line)
            place = found.end()
            kind, word = found.lastgroup, found.group()
            if kind == "mark":
                depth += (word in "([{") - (word in ")]}")
            if kind not in ("space", "line"):
                self.tokens.append((kind, word))
                self.lines.append(line)
            elif kind == "line" and depth == 0 and self.tokens:
                self.tokens.append(("end", ""))
                self.lines.append(line)
            line += word.count("\n")
        self.tokens.append(("end", ""))
        self.lines.append(line)
        self.at = 0

    def fail(self, node):
        raise _Malformed(node, self.lines[min(self.at, len(self.lines) - 1)])

    def take(self, word):
        if self.tokens[self.at] == ("mark", word):
            self.at += 1
            return True
        return False

    def whole(self):
        value = self.tuple_or_one()
        while self.tokens[self.at][0] == "end":
            self.at += 1
            if self.at == len(self.tokens):
                return value
        self.fail("BinOp")

    def tuple_or_one(self):
        value = self.expression()
        if not self.take(","):
            return value
        items = [value]
        while self.tokens[self.at][0] != "end":
            items.append(self.expression())
            if not self.take(","):
                break
        return tuple(items)

    def expression(self):
        """A value; or a number plus or minus an imaginary one."""
        left = self.signed()
        while self.tokens[self.at] in (("mark", "+"), ("mark", "-")):
            minus = self.tokens[self.at][1] == "-"
            self.at += 1
            right = self.value()
            if type(left) not in (int, float) or type(right) is not complex:
                self.fail("BinOp")
            left = left - right if minus else left + right
        return left

    def signed(self):
        if self.tokens[self.at] not in (("mark", "+"), ("mark", "-")):
            return self.value()
        minus = self.tokens[self.at][1] == "-"
        self.at += 1
        value = self.value()
        if type(value) not in (int, float, complex):
            self.fail("UnaryOp")
        return -value if minus else value

    def value(self):
        kind, word = self.tokens[self.at]
        self.at += 1
        if kind == "number":
            return eval(word)
        if kind == "string":
            return self.strings(word)
        if kind == "dots":
            return ...
        if kind == "name":
            if word in _NAMES:
                return _NAMES[word]
            if word == "set" and self.take("(") and self.take(")"):
                return set()
            self.at -= 1
            self.fail("Call" if self.tokens[self.at + 1] == ("mark", "(") else "Name")
        if word == "(" and kind == "mark":
            return self.parenthesis()
        if word == "[" and kind == "mark":
            return self.items("]")
        if word == "{" and kind == "mark":
            return self.braces()
        self.at -= 1
        self.fail("Name")

    def strings(self, word):
        value = eval(word)
        while self.tokens[self.at][0] == "string":
            value += eval(self.tokens[self.at][1])
            self.at += 1
        return value

    def items(self, end):
        values = []
        while not self.take(end):
            values.append(self.expression())
            if not self.take(","):
                if not self.take(end):
                    self.fail("Name")
                break
        return values

    def parenthesis(self):
        if self.take(")"):
            return ()
        value = self.expression()
        if self.take(")"):
            return value
        if not self.take(","):
            self.fail("Name")
        return (value, *self.items(")"))

    def braces(self):
        if self.take("}"):
            return {}
        value = self.expression()
        if not self.take(":"):
            if self.take("}"):
                return {value}
            if not self.take(","):
                self.fail("Name")
            return {value, *self.items("}")}
        made = {value: self.expression()}
        while self.take(","):
            if self.tokens[self.at] == ("mark", "}"):
                break
            key = self.expression()
            if not self.take(":"):
                self.fail("Name")
            made[key] = self.expression()
        if not self.take("}"):
            self.fail("Name")
        return made


def literal_eval(node_or_string):
    """The value of a text of numbers, strings, bytes, None, True, False and the brackets around them."""
    if not isinstance(node_or_string, str):
        raise ValueError(f"malformed node or string: {node_or_string!r}")
    text = node_or_string.lstrip(" \t")
    compile(text, "<unknown>", "eval")  # says what is no Python at all
    try:
        return _Reader(text).whole()
    except _Malformed as error:
        kind, line = error.args
    raise ValueError(f"malformed node or string on line {line}: <ast.{kind} object>")
