"""Writing nested data as JSON text, in pure Python, and reading it back."""

ROUNDS = 3600

ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def dump_string(text):
    return '"' + "".join(ESCAPES.get(char, char) for char in text) + '"'


def dump(value):
    if value is None:
        return "null"
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, str):
        return dump_string(value)
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, dict):
        return "{" + ", ".join(dump_string(key) + ": " + dump(item) for key, item in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(dump(item) for item in value) + "]"
    raise TypeError(f"cannot dump {type(value).__name__}")


class Reader:
    def __init__(self, text):
        self.text = text
        self.place = 0

    def skip(self):
        while self.text[self.place] in " ,:":
            self.place += 1

    def read(self):
        self.skip()
        char = self.text[self.place]
        if char == "{":
            return self.read_object()
        if char == "[":
            return self.read_list()
        if char == '"':
            return self.read_string()
        return self.read_word()

    def read_object(self):
        self.place += 1
        result = {}
        while self.text[self.place] != "}":
            key = self.read()
            result[key] = self.read()
        self.place += 1
        return result

    def read_list(self):
        self.place += 1
        result = []
        while self.text[self.place] != "]":
            result.append(self.read())
        self.place += 1
        return result

    def read_string(self):
        self.place += 1
        parts = []
        while (char := self.text[self.place]) != '"':
            if char == "\\":
                self.place += 1
                char = {"n": "\n", "t": "\t"}.get(self.text[self.place], self.text[self.place])
            parts.append(char)
            self.place += 1
        self.place += 1
        return "".join(parts)

    def read_word(self):
        start = self.place
        while self.text[self.place] not in ", ]}":
            self.place += 1
        word = self.text[start:self.place]
        if word in ("null", "true", "false"):
            return {"null": None, "true": True, "false": False}[word]
        return float(word) if "." in word else int(word)


def make_record(number):
    return {
        "id": number,
        "name": f"record \"{number}\"\n",
        "tags": ["a", "bb", "ccc\\"] * 3,
        "values": [number * 0.5, -number, None, True, False],
        "nested": {"left": {"depth": 2}, "right": [[1], [2, [3]]]},
    }


def main():
    length = 0
    for number in range(ROUNDS):
        data = [make_record(number + i) for i in range(8)]
        text = dump(data)
        length += len(text)
        if Reader(text + " ").read() != data:
            raise SystemExit("wrong answer")
    return length


result = main()
if result != 6263135:
    raise SystemExit("wrong answer")
print("json_dump", result)
